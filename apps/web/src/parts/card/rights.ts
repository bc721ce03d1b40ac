import {
  type CardVerb,
  isLocked,
  judgeInPhase,
  judgeOnCard,
  type Meta,
  type Role,
} from "@hefboom/board";
import type { CardView } from "@hefboom/client";

export interface CardRights {
  readonly canEdit: boolean;
  readonly canMove: boolean;
  readonly canDelete: boolean;
}

/** What this person may do with a card now; the server judges by the same rules. */
export function rightsOnCard(meta: Meta, role: Role, card: CardView): CardRights {
  const { held, place, isOwn } = card;
  const inQuestion = { side: isOwn ? "own" : "other", lever: place.lever, held } as const;
  const may = (verb: CardVerb) => judgeOnCard(meta, { role }, verb, inQuestion) === "allowed";
  return { canEdit: may("edit"), canMove: may("move"), canDelete: may("delete") };
}

/**
 * Whether this person may add a card to `lever`, or with `undefined` to some lever. On a closed board nobody is offered
 * to, though the server would let who leads.
 */
export function canCreate(meta: Meta, role: Role, lever?: string | null): boolean {
  if (meta.settings.isClosed === true) return false;
  return judgeInPhase(meta, role, "create") === "allowed" && !isLocked(meta, role, lever ?? null);
}

/** Whether this person may put cards of `lever` under a heading now. */
export function canCluster(meta: Meta, role: Role, lever: string | null): boolean {
  return judgeInPhase(meta, role, "cluster") === "allowed" && !isLocked(meta, role, lever);
}

/** Whether this person may write headings: with moderation on nobody would read a participant's before all see it. */
export function canHead({ settings }: Meta, role: Role): boolean {
  return role !== "participant" || settings.isModerated !== true;
}

export { isLocked };
