import type { CardView } from "@hefboom/client";

/**
 * The scribe's own cards, the newest first: those entered on this page in their order, then what came before it by
 * server time.
 */
export function recentCards(
  entered: readonly string[],
  cards: ReadonlyMap<string, CardView>,
  count: number,
): CardView[] {
  const here = entered.flatMap((id) => cards.get(id) ?? []);
  const ids = new Set(entered);
  const before = [...cards.values()]
    .filter(({ id, isOwn }) => isOwn && !ids.has(id))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  return [...here, ...before].slice(0, count);
}
