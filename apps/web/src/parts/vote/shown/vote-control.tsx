import type { BallotState } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { dotsOn } from "../ballot.ts";
import { Dots } from "./dots.tsx";
import { useVoting } from "./use-voting.ts";
import css from "./votes.module.css";

interface VoteControlProps {
  ballot: BallotState;
  targets: readonly string[];
  name: string;
}

/** Gives dots, and takes them back, until the vote is closed. */
export function VoteControl({ ballot, targets, name }: VoteControlProps) {
  const text = useText();
  const { given, left, more, less } = useVoting(ballot, targets);
  return (
    <fieldset aria-label={text("vote.group", { text: name })} className={css.control}>
      <button
        aria-disabled={given === 0}
        aria-label={text("vote.less", { text: name })}
        className={css.button}
        onClick={less}
        type="button"
      >
        <Icon name="minus" />
      </button>
      <Dots given={given} of={ballot.dots} />
      <button
        aria-disabled={left === 0}
        aria-label={text("vote.more", { text: name })}
        className={css.button}
        onClick={more}
        type="button"
      >
        <Icon name="add" />
      </button>
    </fieldset>
  );
}

/** What one gave, when it can no longer be changed and nobody knows the outcome yet. */
export function OwnVotes({ ballot, targets }: Omit<VoteControlProps, "name">) {
  const given = useBoard(({ votes }) => dotsOn(votes, targets));
  return (
    <div className={css.own}>
      <Dots given={given} of={ballot.dots} />
    </div>
  );
}
