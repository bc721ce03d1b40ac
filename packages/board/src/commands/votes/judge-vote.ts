import { ballotOf } from "../../document/board-state.ts";
import { cardsOf, clustersOf, leversOf } from "../../document/roots.ts";
import { isStorable } from "../../words/clean-text.ts";
import type { VoteCommand } from "../command-schema.ts";
import { type Judgement, type Judging, type JudgingCommand, judgeRight } from "../judging.ts";
import { voterOf } from "./voter.ts";

/** A vote counts while the ballot is open, on what the ballot is about, and within the voter's dots. */
export function judgeVote(judging: JudgingCommand, command: VoteCommand): Judgement {
  const { doc, actor, votes } = judging;
  const right = judgeRight(judging, command.voter === undefined ? "vote" : "vote-for-other");
  if (right !== undefined) return right;
  const ballot = ballotOf(doc);
  if (ballot?.state !== "open") return "wrong-phase";
  if (!isVoter(command.voter)) return "invalid";
  const { target, dots } = command;
  if (dots === 0) return undefined; // also from what is gone by now
  if (!isThere(judging, ballot.on, target)) return "not-found";
  const given = [...votes.dotsOf(ballot.id, voterOf(actor, command))];
  const elsewhere = given.reduce((sum, [other, count]) => sum + (other === target ? 0 : count), 0);
  return elsewhere + dots <= ballot.dots ? undefined : "invalid";
}

/** A blank name or table is nobody. */
function isVoter(name: string | undefined): boolean {
  return name === undefined || (isStorable(name) && name.trim() !== "");
}

function isThere({ doc }: Judging, on: "card" | "cluster" | "lever", target: string): boolean {
  const root = { card: cardsOf, cluster: clustersOf, lever: leversOf }[on];
  return root(doc).has(target);
}
