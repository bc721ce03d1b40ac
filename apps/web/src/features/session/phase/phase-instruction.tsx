import { useId } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useHasPhases, useInstruction, usePhase } from "../../../parts/session/use-phase.ts";
import { useText } from "../../../texts/use-text.ts";
import css from "./phase.module.css";

/** What is asked of people now, above the board on a phone; after the end a word of thanks, on every screen. */
export function PhaseInstruction() {
  const text = useText();
  const titleId = useId();
  const hasPhases = useHasPhases();
  const phase = usePhase();
  const instruction = useInstruction();
  const isClosed = useBoard(({ meta }) => meta.settings.isClosed === true);
  if (isClosed) {
    return (
      <section aria-labelledby={titleId} className={css.thanks}>
        <h2 id={titleId}>{text("closed.title")}</h2>
        <p>{text("closed.text")}</p>
      </section>
    );
  }
  if (!hasPhases || phase.id === "") return null;
  return (
    <section aria-label={text("phase.what")} className={css.instruction}>
      <p>{instruction}</p>
    </section>
  );
}
