import type { Results } from "@hefboom/board";
import { useEffect } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { byDots } from "../outcome.ts";
import { useOutcome } from "../use-ballot.ts";
import { setSort, useVoteScreen } from "../vote-store.ts";
import css from "./votes.module.css";

/** Lets people read what got the most votes first, once the outcome no longer changes: the list stands still. */
export function VoteOrder() {
  const outcome = useOutcome();
  const isFinal = useBoard(({ meta }) => meta.ballot?.state === "revealed");
  return isFinal && outcome && outcome.on !== "lever" ? (
    <Order key={outcome.ballotId} outcome={outcome} />
  ) : null;
}

function Order({ outcome }: { outcome: Results }) {
  const text = useText();
  const isSorted = useVoteScreen(({ sort }) => sort !== undefined);
  const sortBy = (isOn: boolean) => setSort(isOn ? (blocks) => byDots(blocks, outcome) : undefined);
  // Another vote is another choice.
  useEffect(() => () => setSort(undefined), []);
  return (
    <Button
      aria-pressed={isSorted}
      className={css.order}
      onClick={() => sortBy(!isSorted)}
      variant="quiet"
    >
      <Icon name={isSorted ? "check" : "down"} />
      {text("vote.orderVotes")}
    </Button>
  );
}
