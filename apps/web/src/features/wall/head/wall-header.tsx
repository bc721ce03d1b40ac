import { useBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import {
  useHasPhases,
  useInstruction,
  useIsOutcomeShown,
  usePhase,
} from "../../../parts/session/use-phase.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { usePresent } from "../use-present.ts";
import css from "./wall-header.module.css";
import { WallTimer } from "./wall-timer.tsx";

/** What this is, which step it is in and what to do now, and how much time is left. */
export function WallHeader() {
  const say = useLocalise();
  const title = say(useBoard(({ meta }) => meta.title));
  const phase = usePhase();
  const instruction = useInstruction();
  const isOutcome = useIsOutcomeShown();
  const hasPhases = useHasPhases();
  const isOver = useBoard(({ meta }) => meta.settings.isClosed === true);
  const hasStep = hasPhases && !isOver;
  return (
    <header className={css.header}>
      <h1 className={hasStep ? css.smallTitle : css.title}>{title}</h1>
      <div className={css.signs}>
        <ConnectionSign />
        <PresentCount />
      </div>
      {hasStep && (
        <div className={css.step} role="status">
          <p className={css.phase}>{say(phase.title)}</p>
          <p className={css.instruction}>{instruction}</p>
        </div>
      )}
      {!isOver && !isOutcome && <WallTimer />}
    </header>
  );
}

function PresentCount() {
  const words = usePresent();
  return words && <p className={css.present}>{words}</p>;
}

/** The hall must know when the picture stands still; while all is well there is nothing to see. */
function ConnectionSign() {
  const t = useText();
  const state = useBoard(({ connection }) => connection.state);
  if (state === "online") return null;
  return (
    <p className={css.sign} role="status">
      <Icon name="offline" />
      {t(state === "closed" ? "wall.closed" : "wall.offline")}
    </p>
  );
}
