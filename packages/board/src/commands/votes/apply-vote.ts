import type * as Y from "yjs";

import { ballotOf } from "../../document/board-state.ts";
import { dotsKey, resultsOf } from "../../document/roots.ts";
import type { BallotState } from "../../model/session-schema.ts";
import type { Actor } from "../actor.ts";
import type { VoteCommand } from "../command-schema.ts";
import type { VoteBook, WritableVoteBook } from "./vote-book.ts";
import { voterOf } from "./voter.ts";

interface Voting {
  readonly doc: Y.Doc;
  readonly actor: Actor;
  readonly votes: WritableVoteBook;
  readonly now: number;
}

/** Counts a vote. While a ballot is secret the document knows nothing of it. */
export function applyVote({ doc, actor, votes, now }: Voting, command: VoteCommand): void {
  const ballot = ballotOf(doc);
  if (ballot === undefined) return;
  const { target, dots } = command;
  const voter = voterOf(actor, command);
  // Whoever takes dots back from what got none of theirs, of whatever name, has nothing to write for them.
  if ((votes.dotsOf(ballot.id, voter).get(target) ?? 0) === dots) return;
  votes.put(ballot.id, { voter, target, dots });
  if (ballot.isSecret) return;
  const tally = votes.tally(ballot.id);
  writeHead(doc, ballot, { voters: tally.voters, at: now });
  resultsOf(doc).set(dotsKey(ballot.id, target), tally.dots.get(target) ?? 0);
}

/** Counts anew what everybody sees of a vote that is open to all: somebody's dots were taken out of it. */
export function recountOpenVote(doc: Y.Doc, votes: VoteBook, now: number): void {
  const ballot = ballotOf(doc);
  if (ballot === undefined || ballot.isSecret || ballot.state === "revealed") return;
  if (resultsOf(doc).has(ballot.id)) writeResults(doc, ballot, votes, now);
}

/** Takes what is there no more, for good, out of the outcomes that everybody sees. */
export function forgetOutcome(doc: Y.Doc, targets: ReadonlySet<string>): void {
  for (const key of [...resultsOf(doc).keys()]) {
    const [, target = ""] = key.split("/");
    if (targets.has(target)) resultsOf(doc).delete(key);
  }
}

/** Writes the outcome of a ballot into the document. */
export function writeResults(doc: Y.Doc, ballot: BallotState, votes: VoteBook, at: number): void {
  const { voters, dots } = votes.tally(ballot.id);
  writeHead(doc, ballot, { voters, at });
  const before = dotsKey(ballot.id, "");
  for (const key of [...resultsOf(doc).keys()]) {
    const isGone = key.startsWith(before) && !dots.has(key.slice(before.length));
    if (isGone) resultsOf(doc).delete(key);
  }
  for (const [target, count] of dots) {
    const key = dotsKey(ballot.id, target);
    if (resultsOf(doc).get(key) !== count) resultsOf(doc).set(key, count);
  }
}

function writeHead(
  doc: Y.Doc,
  { id, on, dots, isSecret }: BallotState,
  { voters, at }: { voters: number; at: number },
): void {
  resultsOf(doc).set(id, { on, dots, isSecret, voters, at });
}
