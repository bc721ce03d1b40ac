import {
  currentPhase,
  isAllowed,
  isAlwaysAllowed,
  type Meta,
  type Role,
  rightsNow,
} from "@hefboom/board";

import { canCreate } from "../../../parts/card/rights.ts";

/** Why a card cannot be placed here now; `undefined`: it can. */
export type NotNow = "closed" | "phase" | "role" | "board" | "lever";

export function whyNotNow(meta: Meta, role: Role, lever: string | null): NotNow | undefined {
  if (canCreate(meta, role, lever)) return undefined;
  if (meta.settings.isClosed === true) return "closed";
  if (!isAllowed(role, rightsNow(meta), "create")) return role === "viewer" ? "role" : "phase";
  return meta.locks.board ? "board" : "lever";
}

/** How a card that is placed now is kept from others at first; `undefined`: all see it at once. */
export function heldAtFirst(meta: Meta, role: Role): "draft" | "waiting" | undefined {
  if (isAlwaysAllowed(role, "manage")) return undefined;
  if (currentPhase(meta).hasDrafts) return "draft";
  return meta.settings.isModerated === true && role === "participant" ? "waiting" : undefined;
}
