import {
  type LocalisedText,
  MINUTES_MAX,
  NO_RIGHTS,
  newId,
  type Phase,
  type PhaseRights,
  type Plan,
} from "@hefboom/board";

export const rightNames = [
  "add",
  "editOwn",
  "editAll",
  "moveOwn",
  "moveAll",
  "cluster",
  "vote",
] as const satisfies readonly (keyof PhaseRights)[];

/** The plan with an empty phase behind the one with the id `after`, or at the end. */
export function addPhase(plan: Plan, after: string | undefined, id = newId()): Plan {
  const found = plan.findIndex((phase) => phase.id === after);
  const index = found < 0 ? plan.length : found + 1;
  return [...plan.slice(0, index), emptyPhase(id), ...plan.slice(index)];
}

function emptyPhase(id: string): Phase {
  return {
    id,
    title: {},
    instruction: {},
    rights: NO_RIGHTS,
    hasDrafts: false,
    reveals: false,
  };
}

export function removePhase(plan: Plan, id: string): Plan {
  return plan.filter((phase) => phase.id !== id);
}

/** @returns the same plan when the phase is already first, or last */
export function movePhase(plan: Plan, id: string, by: -1 | 1): Plan {
  const from = plan.findIndex((phase) => phase.id === id);
  const [moving, other] = [plan[from], plan[from + by]];
  if (moving === undefined || other === undefined) return plan;
  return plan.map((phase, index) => {
    if (index === from) return other;
    return index === from + by ? moving : phase;
  });
}

export function changePhase(plan: Plan, changed: Phase): Plan {
  return plan.map((phase) => (phase.id === changed.id ? changed : phase));
}

/** `undefined` takes the minutes away: the phase has no timer. */
export function withMinutes({ minutes: _before, ...phase }: Phase, minutes?: number): Phase {
  return minutes === undefined ? phase : { ...phase, minutes };
}

/** The session stays in its phase: where the ready plan does not have it, it comes first. */
export function takeReady(ready: Plan, current: Phase | undefined): Plan {
  const hasCurrent = current === undefined || ready.some(({ id }) => id === current.id);
  return hasCurrent ? [...ready] : [current, ...ready];
}

export type PhaseProblem = "title" | "minutes" | "current" | "none";

/** What keeps the plan from being saved, and at which phase; the server would refuse it too. */
export function problemOf(
  plan: Plan,
  currentId: string,
): { problem: PhaseProblem; id?: string } | undefined {
  if (plan.length === 0) return { problem: "none" };
  for (const { id, title, minutes } of plan) {
    if (isBlank(title)) return { problem: "title", id };
    if (minutes !== undefined && !(minutes > 0 && minutes <= MINUTES_MAX))
      return { problem: "minutes", id };
  }
  return plan.some(({ id }) => id === currentId) ? undefined : { problem: "current" };
}

/** As it is saved: without blank texts, and without a ballot where nobody votes. */
export function tidyPlan(plan: Plan): Plan {
  return plan.map(({ ballot, ...phase }) => ({
    ...phase,
    title: tidyText(phase.title),
    instruction: tidyText(phase.instruction),
    ...(ballot !== undefined && phase.rights.vote && { ballot }),
  }));
}

function tidyText(text: LocalisedText): LocalisedText {
  const entries = Object.entries(text).map(([locale, words]) => [locale, words.trim()] as const);
  return Object.fromEntries(entries.filter(([, words]) => words !== ""));
}

const isBlank = (text: LocalisedText) => Object.keys(tidyText(text)).length === 0;
