import type { Plan } from "@hefboom/board";
import { useState } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useLead } from "../../../parts/lead/use-lead.ts";
import { useText } from "../../../texts/use-text.ts";
import { type PhaseProblem, problemOf, tidyPlan } from "./edit-plan.ts";

/** A plan while it is edited here; nobody sees it before it is saved. */
export function usePlanDraft(onSaved: () => void) {
  const text = useText();
  const lead = useLead();
  const saved = useBoard(({ meta }) => meta.plan);
  const currentId = useBoard(({ meta }) => meta.phase.id);
  const [base, setBase] = useState(saved);
  const [plan, setPlan] = useState(saved);
  const [problem, setProblem] = useState<{ problem: PhaseProblem; id?: string }>();
  const [isBusy, setBusy] = useState(false);
  const change = (next: Plan) => {
    setPlan(next);
    setProblem(undefined);
  };
  const save = async () => {
    const found = problemOf(plan, currentId);
    setProblem(found);
    if (found !== undefined || isBusy) return;
    setBusy(true);
    const isDone = await lead({ op: "plan", plan: tidyPlan(plan) }, text("lead.plan.saved"));
    setBusy(false);
    if (isDone) onSaved();
  };
  const takeTheirs = () => {
    setBase(saved);
    change(saved);
  };
  return {
    plan,
    change,
    save,
    problem,
    currentId,
    isBusy,
    /** Somebody else saved another plan meanwhile: saving this one would undo theirs. */
    isOutdated: saved !== base,
    takeTheirs,
  };
}
