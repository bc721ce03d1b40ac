import type { Phase } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useLeadScreen } from "../lead-screen.ts";
import css from "./phase.module.css";
import { stepsOf } from "./steps.ts";
import { usePhaseChange } from "./use-phase-change.ts";

/** On to the next phase, which the button names; nothing behind the last one. */
export function NextButton({ isShort = false }: { isShort?: boolean }) {
  const text = useText();
  const say = useLocalise();
  const next = useBoard(({ meta }) => stepsOf(meta).next);
  const { go, isBusy } = useStep(next);
  if (next === undefined) return <p className={css.last}>{text("lead.phase.last")}</p>;
  const title = say(next.title);
  return (
    <Button aria-disabled={isBusy} className={css.next} onClick={go} size="large">
      <span className={isShort ? undefined : css.nextWords}>
        <span className={isShort ? undefined : css.nextLabel}>
          {text("lead.phase.next")}
          <span className="visually-hidden">: </span>
        </span>
        <span className={isShort ? "visually-hidden" : undefined}>{title}</span>
      </span>
      <Icon name="forward" />
    </Button>
  );
}

export function BackButton({ isFull = false }: { isFull?: boolean }) {
  const text = useText();
  const say = useLocalise();
  const previous = useBoard(({ meta }) => stepsOf(meta).previous);
  const { go, isBusy } = useStep(previous);
  if (previous === undefined) return null;
  const name = text("lead.phase.backTo", { phase: say(previous.title) });
  return (
    <Button aria-disabled={isBusy} aria-label={name} onClick={go} variant="quiet">
      <Icon name="back" />
      {isFull ? name : text("lead.phase.back")}
    </Button>
  );
}

function useStep(phase: Phase | undefined) {
  const change = usePhaseChange();
  const isBusy = useLeadScreen(({ isChangingPhase }) => isChangingPhase);
  const go = () => {
    if (phase !== undefined && !isBusy) change(phase);
  };
  return { go, isBusy };
}
