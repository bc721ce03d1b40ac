import { type Actor, BIN_KEEPS_MS, type BinnedCard, mayKnowOfBinned } from "@hefboom/board";

import type { RoomState } from "../../state/room-state.ts";

/**
 * Of the cards in the bin those that `actor` may know of: staff all but drafts, everybody else their own. None that is
 * kept no longer.
 */
export function binFor(
  actor: Actor,
  bin: readonly BinnedCard[],
  { owners }: Pick<RoomState, "owners">,
  now: number,
): BinnedCard[] {
  return bin.filter(
    (card) => card.binnedAt + BIN_KEEPS_MS > now && mayKnowOfBinned(actor, card, owners),
  );
}
