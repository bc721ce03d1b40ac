import type { CardView } from "@hefboom/client";

interface HeldByState {
  /** New cards that nobody has shown yet. */
  readonly waiting: readonly CardView[];
  readonly hidden: readonly CardView[];
}

const heldOfCards = new WeakMap<ReadonlyMap<string, CardView>, HeldByState>();

/** Cards that are kept off the board, the oldest first; worked out once for each map of cards. */
export function heldCards(cards: ReadonlyMap<string, CardView>): HeldByState {
  const known = heldOfCards.get(cards);
  if (known !== undefined) return known;
  const held = [...cards.values()].filter((card) => card.held !== undefined);
  held.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const found = {
    waiting: held.filter((card) => card.held === "waiting"),
    hidden: held.filter((card) => card.held === "hidden"),
  };
  heldOfCards.set(cards, found);
  return found;
}
