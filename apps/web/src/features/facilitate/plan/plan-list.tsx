import { newId, PHASES_MAX, type Plan } from "@hefboom/board";
import { useEffect, useRef, useState } from "react";

import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { addPhase, changePhase, movePhase, type PhaseProblem, removePhase } from "./edit-plan.ts";
import css from "./plan.module.css";
import { PlanRow } from "./plan-row.tsx";

interface PlanListProps {
  plan: Plan;
  currentId: string;
  problem: { problem: PhaseProblem; id?: string } | undefined;
  onChange: (plan: Plan) => void;
}

/** The phases in their order; one of them open to be edited. */
export function PlanList({ plan, currentId, problem, onChange }: PlanListProps) {
  const text = useText();
  const [chosenId, setChosenId] = useState<string>();
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const openId = problem?.id ?? chosenId;
  useEffect(() => {
    if (problem?.id === undefined) return;
    setChosenId(problem.id); // it stays open once the problem is mended
    const field = list.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: "center" });
  }, [problem]);
  const add = () => {
    const id = newId();
    onChange(addPhase(plan, openId, id));
    setChosenId(id);
    setSaid(text("lead.plan.added"));
  };
  const remove = (id: string) => {
    onChange(removePhase(plan, id));
    setSaid(text("lead.plan.removed"));
    list.current?.focus(); // what had the focus is gone
  };
  const move = (id: string, by: -1 | 1) => {
    const next = movePhase(plan, id, by);
    onChange(next);
    const position = next.findIndex((phase) => phase.id === id) + 1;
    setSaid(text("lead.plan.movedTo", { position, count: next.length }));
  };
  return (
    <>
      <ol className={css.list} ref={list} tabIndex={-1}>
        {plan.map((phase, index) => (
          <PlanRow
            isCurrent={phase.id === currentId}
            isOpen={phase.id === openId}
            key={phase.id}
            number={index + 1}
            onChange={(changed) => onChange(changePhase(plan, changed))}
            onMove={(by) => move(phase.id, by)}
            onRemove={() => remove(phase.id)}
            onToggle={() => setChosenId(phase.id === openId ? undefined : phase.id)}
            phase={phase}
            problem={problem?.id === phase.id ? problem.problem : undefined}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {plan.length < PHASES_MAX && (
        <div>
          <Button onClick={add} variant="quiet">
            <Icon name="add" />
            {text("lead.plan.add")}
          </Button>
        </div>
      )}
    </>
  );
}
