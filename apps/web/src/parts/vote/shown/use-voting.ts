import type { BallotState } from "@hefboom/board";
import type { AskOutcome } from "@hefboom/client";

import { useBoard, useOpenBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { announce } from "../../screen/screen-store.ts";
import { dotsOn, voteLess, voteMore, votesLeft } from "../ballot.ts";
import { setRefusal } from "../vote-store.ts";

/** A vote waits so long for a network that comes and goes, in ms. */
const PATIENCE_MS = 30_000;

/** One's votes for these targets, and how to give one more or one less. They show at once, before they are counted. */
export function useVoting(ballot: BallotState, targets: readonly string[]) {
  const text = useText();
  const { session } = useOpenBoard();
  const given = useBoard(({ votes }) => dotsOn(votes, targets));
  const left = useBoard(({ votes }) => votesLeft(ballot, votes));
  const refuse = (outcome: Extract<AskOutcome, { refused: unknown }>) => {
    const { refused } = outcome;
    const reason = text(refused === "invalid" ? "vote.refused.over" : `refused.${refused}`);
    const sentence = text("vote.refused", { reason });
    setRefusal(sentence);
    announce(sentence);
  };
  const change = async (vote: ReturnType<typeof voteMore>, by: 1 | -1) => {
    if (vote === undefined) {
      if (by === 1) announce(text("vote.left", { count: 0 }));
      return;
    }
    setRefusal(undefined);
    const asked = session.ask({ op: "vote", ...vote }, { patienceMs: PATIENCE_MS });
    const { votes } = session.votesNow();
    const mine = text("vote.mine", { count: dotsOn(votes, targets) });
    announce(`${mine}. ${text("vote.left", { count: votesLeft(ballot, votes) })}.`);
    const outcome = await asked;
    if ("refused" in outcome) refuse(outcome);
  };
  // As they are when a button is pressed: two presses may come before one render.
  const more = () => void change(voteMore(ballot, session.votesNow().votes, targets), 1);
  const less = () => void change(voteLess(session.votesNow().votes, targets), -1);
  return { given, left, more, less };
}
