import type { Phase } from "@hefboom/board";
import { useId } from "react";

import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import type { PhaseProblem } from "./edit-plan.ts";
import { PhaseFields } from "./phase-fields.tsx";
import css from "./plan.module.css";

interface PlanRowProps {
  phase: Phase;
  number: number;
  /** The session is in it: it cannot be removed. */
  isCurrent: boolean;
  isOpen: boolean;
  problem: PhaseProblem | undefined;
  onToggle: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onChange: (phase: Phase) => void;
}

/** One phase of the plan: its place, and when it is open its fields. */
export function PlanRow(props: PlanRowProps) {
  const { phase, number, isCurrent, isOpen, problem, onToggle, onMove, onRemove, onChange } = props;
  const text = useText();
  const say = useLocalise();
  const id = useId();
  const title = say(phase.title) || text("lead.plan.untitled");
  const { minutes } = phase;
  return (
    <li className={css.item} data-open={isOpen}>
      <div className={css.head}>
        <button
          aria-controls={isOpen ? id : undefined}
          aria-expanded={isOpen}
          className={css.toggle}
          onClick={onToggle}
          type="button"
        >
          <span className={css.number}>{number}</span>
          <span className={css.title}>
            <strong>{title}</strong>
            <span className={css.facts}>
              {isCurrent && `${text("lead.phase.current")} · `}
              {minutes === undefined
                ? text("lead.plan.noTime")
                : text("lead.minutes", { count: minutes })}
            </span>
          </span>
          <Icon name={isOpen ? "check" : "edit"} />
        </button>
        <Step
          icon="up"
          name={text("lead.plan.earlier", { phase: title })}
          onPress={() => onMove(-1)}
        />
        <Step
          icon="down"
          name={text("lead.plan.later", { phase: title })}
          onPress={() => onMove(1)}
        />
        {!isCurrent && (
          <Step icon="trash" name={text("lead.plan.remove", { phase: title })} onPress={onRemove} />
        )}
      </div>
      {isOpen && (
        <div className={css.fields} id={id}>
          <PhaseFields onChange={onChange} phase={phase} problem={problem} />
        </div>
      )}
    </li>
  );
}

function Step({ icon, name, onPress }: { icon: IconName; name: string; onPress: () => void }) {
  return (
    <button
      aria-label={name}
      className={css.stepButton}
      onClick={onPress}
      title={name}
      type="button"
    >
      <Icon name={icon} />
    </button>
  );
}
