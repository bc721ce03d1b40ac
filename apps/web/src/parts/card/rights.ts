import { isAllowed, isLocked, type Meta, type Role } from "@hefboom/board";
import type { CardView } from "@hefboom/client";

export interface CardRights {
  readonly canEdit: boolean;
  readonly canMove: boolean;
  readonly canDelete: boolean;
}

/** What this person may do with a card now; the server judges the same way. */
export function rightsOnCard(meta: Meta, role: Role, card: CardView): CardRights {
  const may = (verb: "edit" | "move" | "delete") =>
    isAllowed(role, meta.phase.id, `${verb}-${card.isOwn ? "own" : "other"}`) &&
    !isLocked(meta, role, card.place.lever);
  return { canEdit: may("edit"), canMove: may("move"), canDelete: may("delete") };
}

/** Whether this person may add a card to `lever`, or with `undefined` to some lever. */
export function canCreate(meta: Meta, role: Role, lever?: string | null): boolean {
  return isAllowed(role, meta.phase.id, "create") && !isLocked(meta, role, lever ?? null);
}

export { isLocked };
