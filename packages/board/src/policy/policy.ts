import { CLOSED_PHASE } from "../plan/fixed-phases.ts";
import type { PhaseRights } from "../plan/phase-schema.ts";

export const roles = ["participant", "facilitator", "scribe", "organiser", "viewer"] as const;
export type Role = (typeof roles)[number];

export const actions = [
  "create",
  "edit-own",
  "edit-other",
  "move-own",
  "move-other",
  "delete-own",
  "delete-other",
  "restore-own",
  "restore-other",
  "cluster",
  "vote",
  "vote-for-other",
  "raise-hand",
  "be-present",
  "manage",
] as const;
export type Action = (typeof actions)[number];

/** `true`: in every phase; `false`: never; else: when the phase gives this right. */
type Rule = boolean | keyof PhaseRights;

const staff: Record<Action, Rule> = {
  create: true,
  "edit-own": true,
  "edit-other": true,
  "move-own": true,
  "move-other": true,
  "delete-own": true,
  "delete-other": true,
  "restore-own": true,
  "restore-other": true,
  cluster: true,
  vote: false, // who counts does not vote
  "vote-for-other": false,
  "raise-hand": false,
  "be-present": true,
  manage: true,
};

/** Role × action; the third side, the phase, comes in where a rule names a right of the phase. */
const table: Record<Role, Record<Action, Rule>> = {
  participant: {
    create: "add",
    "edit-own": "editOwn",
    "edit-other": "editAll",
    "move-own": "moveOwn",
    "move-other": "moveAll",
    "delete-own": "editOwn",
    "delete-other": false,
    "restore-own": "add", // it brings a card onto the board, as create does
    "restore-other": false,
    cluster: "cluster",
    vote: "vote",
    "vote-for-other": false,
    "raise-hand": true,
    "be-present": true,
    manage: false,
  },
  facilitator: staff,
  organiser: staff,
  scribe: {
    ...staff,
    "move-other": false,
    "delete-other": false,
    "restore-other": false,
    cluster: "cluster",
    "vote-for-other": "vote",
    manage: false,
  },
  viewer: {
    create: false,
    "edit-own": false,
    "edit-other": false,
    "move-own": false,
    "move-other": false,
    "delete-own": false,
    "delete-other": false,
    "restore-own": false,
    "restore-other": false,
    cluster: false,
    vote: false,
    "vote-for-other": false,
    "raise-hand": false,
    "be-present": false,
    manage: false,
  },
};

export type Verdict = "allowed" | "not-allowed" | "wrong-phase";

/**
 * The one authority on rights, for the judge, the gate and the interface.
 * @param rights of the phase the session is in, see `rightsNow`
 */
export function judgeAction(role: Role, rights: PhaseRights, action: Action): Verdict {
  const rule = table[role][action];
  if (typeof rule === "boolean") return rule ? "allowed" : "not-allowed";
  if (rights[rule]) return "allowed";
  // "edit all" and "move all" are extras a plan may give; that they are off is no matter of timing.
  return rule === "editAll" || rule === "moveAll" ? "not-allowed" : "wrong-phase";
}

export function isAllowed(role: Role, rights: PhaseRights, action: Action): boolean {
  return judgeAction(role, rights, action) === "allowed";
}

/** Whether this role may do it in every phase. */
export function isAlwaysAllowed(role: Role, action: Action): boolean {
  return isAllowed(role, CLOSED_PHASE.rights, action);
}

/** Roles that locks do not bind: they set them. */
export function isAboveLocks(role: Role): boolean {
  return isAlwaysAllowed(role, "manage");
}
