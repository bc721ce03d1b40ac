import type { Phase } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { closeLead, openLead } from "../lead-screen.ts";
import css from "./phase.module.css";
import { usePhaseChange } from "./use-phase-change.ts";

/** All phases of the plan, to jump to any of them. */
export function PhasesDialog() {
  const text = useText();
  const plan = useBoard(({ meta }) => meta.plan);
  const currentId = useBoard(({ meta }) => meta.phase.id);
  const change = usePhaseChange();
  const jump = (phase: Phase) => {
    closeLead();
    change(phase);
  };
  return (
    <Dialog
      closeLabel={text("dialog.close")}
      footer={
        <Button onClick={() => openLead("plan")} variant="quiet">
          <Icon name="plan" />
          {text("lead.plan.open")}
        </Button>
      }
      onClose={closeLead}
      title={text("lead.phase.all")}
    >
      <p>{text("lead.phase.jumpHelp")}</p>
      <ol className={css.phases}>
        {plan.map((phase, index) => (
          <li key={phase.id}>
            <PhaseChoice
              isCurrent={phase.id === currentId}
              number={index + 1}
              onChoose={() => jump(phase)}
              phase={phase}
            />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

interface PhaseChoiceProps {
  phase: Phase;
  number: number;
  isCurrent: boolean;
  onChoose: () => void;
}

function PhaseChoice({ phase, number, isCurrent, onChoose }: PhaseChoiceProps) {
  const text = useText();
  const say = useLocalise();
  const { minutes } = phase;
  return (
    <button
      aria-current={isCurrent ? "step" : undefined}
      className={css.choice}
      data-autofocus={isCurrent}
      onClick={onChoose}
      type="button"
    >
      <span className={css.number}>{number}</span>
      <span className={css.words}>
        <strong>{say(phase.title)}</strong>
        <span className={css.instruction}>{say(phase.instruction)}</span>
      </span>
      <span className={css.facts}>
        {isCurrent && <span className={css.now}>{text("lead.phase.current")}</span>}
        {minutes !== undefined && <span>{text("lead.minutes", { count: minutes })}</span>}
      </span>
    </button>
  );
}
