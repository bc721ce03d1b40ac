import { isAlwaysAllowed } from "../../policy/policy.ts";
import type { Actor, Ownership } from "../actor.ts";
import type { BinnedCard } from "../bin/binned-card.ts";
import type { HeldCard } from "./held-card.ts";

/** Whether somebody may know of a held card: its author always, those who lead of all but drafts, also revealed ones. */
export function mayKnowOf(
  { personId, role }: Actor,
  card: Pick<HeldCard, "cardId" | "state">,
  owners: Ownership,
): boolean {
  if (owners.ownerOf(card.cardId)?.personId === personId) return true;
  const isUnseen = card.state === "draft" || card.state === "due";
  return !isUnseen && isAlwaysAllowed(role, "manage");
}

/** The same of a card in the bin: what nobody but its author saw before it went there, they alone see there. */
export function mayKnowOfBinned(
  actor: Actor,
  { cardId, held }: Pick<BinnedCard, "cardId" | "held">,
  owners: Ownership,
): boolean {
  return mayKnowOf(actor, { cardId, state: held ?? "hidden" }, owners);
}
