import type { BallotState } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { useScreen } from "../../screen/screen-store.ts";
import { votesLeft } from "../ballot.ts";
import { useBallot } from "../use-ballot.ts";
import { useVoteScreen } from "../vote-store.ts";
import { Dots } from "./dots.tsx";
import css from "./votes.module.css";

/** How many votes one has left, always in sight while there is a vote. */
export function VoteBar() {
  const ballot = useBallot();
  return ballot === undefined ? null : <Bar ballot={ballot} />;
}

function Bar({ ballot }: { ballot: BallotState }) {
  const text = useText();
  const left = useBoard(({ votes }) => votesLeft(ballot, votes));
  const refusal = useVoteScreen((screen) => screen.refusal);
  const isTooFar = useScreen(({ isTooFarToVote }) => isTooFarToVote);
  if (ballot.state === "closed") {
    return (
      <section aria-label={text("vote.region")} className={css.bar}>
        <p className={css.left}>{text("vote.isOver")}</p>
      </section>
    );
  }
  const given = ballot.dots - left;
  return (
    <section aria-label={text("vote.region")} className={css.bar}>
      <p className={css.left}>
        {text("vote.left", { count: left })}
        {refusal === undefined && (given === 0 || isTooFar) && (
          <span className={css.hint}>
            {" "}
            {isTooFar
              ? text("vote.hint.tooFar", { list: text("shape.toList") })
              : text(`vote.hint.${ballot.on}`)}
          </span>
        )}
        {refusal !== undefined && <span className={css.refusal}> {refusal}</span>}
      </p>
      <Dots given={given} isBesideNumber of={ballot.dots} />
    </section>
  );
}
