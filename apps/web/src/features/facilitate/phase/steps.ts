import type { Meta, Phase, Plan } from "@hefboom/board";

interface Steps {
  /** Place of the current phase in the plan, from 0; -1: the plan does not know it. */
  readonly index: number;
  readonly count: number;
  readonly current: Phase | undefined;
  readonly next: Phase | undefined;
  readonly previous: Phase | undefined;
}

/** Where the session stands in its plan, by the phase's id: a plan that was edited moves the numbers. */
export function stepsOf({ plan, phase }: Pick<Meta, "plan" | "phase">): Steps {
  const index = plan.findIndex(({ id }) => id === phase.id);
  const isKnown = index >= 0;
  return {
    index,
    count: plan.length,
    current: plan[index],
    next: isKnown ? plan[index + 1] : plan[0],
    previous: isKnown ? plan[index - 1] : undefined,
  };
}

/**
 * Whether going to phase `to` shows words that cannot be unseen. After a phase of drafts it may always be so: their
 * number comes in later than the cards.
 * @param from the phase that is left; `undefined`: the plan does not know it
 * @param drafts cards that their authors alone see; `undefined`: not known yet, so better ask
 */
export function showsDrafts(
  from: Phase | undefined,
  to: Phase,
  drafts: number | undefined,
): boolean {
  return to.reveals && (from?.hasDrafts === true || drafts !== 0);
}

export function phaseById(plan: Plan, id: string): Phase | undefined {
  return plan.find((phase) => phase.id === id);
}
