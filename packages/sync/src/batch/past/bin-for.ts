import { type Actor, BIN_KEEPS_MS, type BinnedCard, isAllowed, phaseIdOf } from "@hefboom/board";

import type { RoomState } from "../../state/room-state.ts";

/** Of the cards in the bin those that `actor` may know of: staff all, everybody else their own. None that is kept no longer. */
export function binFor(
  actor: Actor,
  bin: readonly BinnedCard[],
  { doc, owners }: Pick<RoomState, "doc" | "owners">,
  now: number,
): BinnedCard[] {
  const seesAll = isAllowed(actor.role, phaseIdOf(doc), "restore-other");
  return bin.filter(
    ({ cardId, binnedAt }) =>
      binnedAt + BIN_KEEPS_MS > now &&
      (seesAll || owners.ownerOf(cardId)?.personId === actor.personId),
  );
}
