import { useBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { usePhase } from "../../../parts/session/use-phase.ts";
import { useText } from "../../../texts/use-text.ts";
import css from "./phase.module.css";
import { stepsOf } from "./steps.ts";

/** Where the session stands: step, title and what people were asked to do. */
export function PhaseName({ hasInstruction = false }: { hasInstruction?: boolean }) {
  const text = useText();
  const say = useLocalise();
  const phase = usePhase();
  const step = useBoard(({ meta }) => stepsOf(meta).index + 1);
  const count = useBoard(({ meta }) => meta.plan.length);
  const title = say(phase.title);
  const instruction = say(phase.instruction);
  return (
    <span className={css.name}>
      {count > 1 && step > 0 && (
        <span className={css.step}>{text("lead.phase.step", { step, count })}</span>
      )}
      <strong className={css.title}>{title}</strong>
      {hasInstruction && instruction !== "" && (
        <span className={css.instruction} title={instruction}>
          {instruction}
        </span>
      )}
    </span>
  );
}
