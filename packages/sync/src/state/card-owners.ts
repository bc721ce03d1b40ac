import type { CardOwner, Ownership } from "@hefboom/board";

/** Owners of one board's cards, as the tables have them; a batch lays its changes over them until they are stored. */
export class CardOwners implements Ownership {
  readonly #stored = new Map<string, CardOwner>();

  constructor(stored: Iterable<CardOwner>) {
    for (const owner of stored) this.put(owner);
  }

  ownerOf(cardId: string): CardOwner | undefined {
    return this.#stored.get(cardId);
  }

  values(): Iterable<CardOwner> {
    return this.#stored.values();
  }

  put(owner: CardOwner): void {
    this.#stored.set(owner.cardId, owner);
  }
}
