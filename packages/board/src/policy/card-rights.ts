import type { HeldState } from "../commands/held/held-card.ts";
import type { Meta } from "../model/meta.ts";
import { rightsNow, rightsOfGrace } from "../plan/current-phase.ts";
import { isLocked } from "./locks.ts";
import { type Action, isAlwaysAllowed, judgeAction, type Role, type Verdict } from "./policy.ts";

type Session = Pick<Meta, "plan" | "phase" | "settings">;
export type CardVerb = "edit" | "move" | "delete";

/** In the first moments of a phase these go on as the phase before allowed them. */
const WITH_GRACE: readonly Action[] = ["create", "edit-own", "move-own"];

/**
 * Whether a role may do this in the phase the session is in.
 * @param now Server time in ms, for the judge, which knows a moment of grace; the interface has none.
 */
export function judgeInPhase(session: Session, role: Role, action: Action, now?: number): Verdict {
  const verdict = judgeAction(role, rightsNow(session), action);
  if (verdict === "allowed" && isOverFor(session, role, action)) return "wrong-phase";
  if (verdict !== "wrong-phase" || now === undefined || !WITH_GRACE.includes(action))
    return verdict;
  return judgeAction(role, rightsOfGrace(session, now), action);
}

/** On a board that was closed only who leads does anything; the others are there and read. */
function isOverFor({ settings }: Session, role: Role, action: Action): boolean {
  return settings.isClosed === true && action !== "be-present" && !isAlwaysAllowed(role, "manage");
}

/** A card as far as rights depend on it. */
export interface CardInQuestion {
  readonly side: "own" | "other";
  /** Where it lies; `null`: the tray. */
  readonly lever: string | null;
  /** It is not on the board. */
  readonly held?: HeldState | undefined;
}

/** What a role may do with a card that it may know of: the judge's, the gate's and the interface's one answer. */
export function judgeOnCard(
  session: Session & Pick<Meta, "locks">,
  { role, now }: { role: Role; now?: number },
  verb: CardVerb,
  { side, lever, held }: CardInQuestion,
): Verdict | "locked" {
  const verdict = judgeInPhase(session, role, `${verb}-${side}`, now);
  if (verdict !== "allowed") return verdict;
  if (isLocked(session, role, lever)) return "locked";
  if (isAlwaysAllowed(role, "manage")) return "allowed";
  if (held === "hidden" && verb !== "delete") return "not-allowed";
  // Else nobody's words would have been read before they are shown.
  const isUnread = session.settings.isModerated === true && held === undefined;
  return isUnread && verb === "edit" && role === "participant" ? "not-allowed" : "allowed";
}
