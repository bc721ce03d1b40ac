import type { Meta } from "../model/meta.ts";
import type { PhaseState } from "../model/session-schema.ts";
import { CLOSED_PHASE } from "./fixed-phases.ts";
import type { Phase, PhaseRights } from "./phase-schema.ts";

/** How long a phase's rights to create, edit and move what is one's own go on after its end, in ms of server time. */
const GRACE_MS = 2_000;

type Session = Pick<Meta, "plan" | "phase" | "settings">;

/** The phase the session is in; with the board closed, or an id that the plan does not know, one without any right. */
export function currentPhase({ plan, phase, settings }: Session): Phase {
  if (settings.isClosed === true) return CLOSED_PHASE;
  return plan.find(({ id }) => id === phase.id) ?? CLOSED_PHASE;
}

export function rightsNow(session: Session): PhaseRights {
  return currentPhase(session).rights;
}

/**
 * What people may still finish that they began in the phase before. A vote has no such time: it is closed when it is
 * closed; nor has a board that was closed.
 */
export function rightsOfGrace(session: Session, now: number): PhaseRights {
  const { plan, phase, settings } = session;
  const isOver = settings.isClosed === true || now - phase.startedAt > GRACE_MS;
  const before = isOver ? undefined : plan.find(({ id }) => id === phase.before);
  if (before === undefined) return CLOSED_PHASE.rights;
  const { add, editOwn, moveOwn } = before.rights;
  return { ...CLOSED_PHASE.rights, add, editOwn, moveOwn };
}

/** The state of the phase `id` when it begins now. */
export function beginPhase(session: Session, id: string, now: number): PhaseState {
  const { plan, phase } = session;
  const index = plan.findIndex((each) => each.id === id);
  return { id, seq: phase.seq + 1, index, startedAt: now, before: phase.id };
}
