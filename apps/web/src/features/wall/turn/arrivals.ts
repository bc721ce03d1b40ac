interface Arriving {
  readonly id: string;
  readonly text: string;
  readonly at?: number;
  readonly place: { readonly lever: string | null };
}

/**
 * Ids of the cards that the wall may show, newest first. What was not known before comes in front; among those the
 * server's time decides, and where authors are hidden (no time) the id, which is random, so that it tells nothing.
 * Cards in the tray and cards without words are not for the hall.
 */
export function noteArrivals(known: readonly string[], cards: Iterable<Arriving>): string[] {
  const showable = new Map<string, Arriving>();
  for (const card of cards) {
    if (card.place.lever !== null && card.text.trim() !== "") showable.set(card.id, card);
  }
  const staying = known.filter((id) => showable.delete(id));
  const fresh = [...showable.values()].sort(
    (a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1),
  );
  return [...fresh.map((card) => card.id), ...staying];
}
