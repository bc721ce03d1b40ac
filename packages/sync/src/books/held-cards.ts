import type { CardOwner, HeldCard, WritableHeldCards } from "@hefboom/board";

/**
 * The held cards of one board, and which of them the batch under way changed. A batch that is not kept takes the whole
 * room state with it, so nothing has to be taken back here.
 */
export class RoomHeldCards implements WritableHeldCards {
  readonly #cards = new Map<string, HeldCard>();
  readonly #authors = new Map<string, string>();
  /** Of each author the cards that nobody else has seen yet. */
  readonly #unseen = new Map<string, number>();
  readonly #changed = new Set<string>();
  #drafts = 0;
  #due = 0;
  #sizeBytes = 0;

  constructor(stored: Iterable<HeldCard>, owners: Iterable<CardOwner>) {
    const authors = new Map<string, string | null>();
    for (const { cardId, personId } of owners) authors.set(cardId, personId);
    for (const card of stored) this.hold(card, authors.get(card.cardId) ?? null);
    this.#changed.clear();
  }

  /** What they take of the board's bytes, about: one a UTF-16 unit of text, and a little a card for the rest. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  get drafts(): number {
    return this.#drafts;
  }

  /** How many come onto the board as soon as they can. */
  get due(): number {
    return this.#due;
  }

  get(cardId: string): HeldCard | undefined {
    return this.#cards.get(cardId);
  }

  values(): Iterable<HeldCard> {
    return this.#cards.values();
  }

  unseenBy(personId: string): number {
    return this.#unseen.get(personId) ?? 0;
  }

  hold(card: HeldCard, personId: string | null): void {
    if (personId !== null) this.#authors.set(card.cardId, personId);
    this.put(card);
  }

  put(card: HeldCard): void {
    this.#count(this.#cards.get(card.cardId), -1);
    this.#cards.set(card.cardId, card);
    this.#count(card, 1);
    this.#changed.add(card.cardId);
  }

  delete(cardId: string): void {
    const card = this.#cards.get(cardId);
    if (card === undefined) return;
    this.#count(card, -1);
    this.#cards.delete(cardId);
    this.#authors.delete(cardId);
    this.#changed.add(cardId);
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** What changed since this was asked last. */
  takeChanges(): { held: HeldCard[]; released: string[] } {
    const ids = [...this.#changed];
    this.#changed.clear();
    return {
      held: ids.flatMap((cardId) => this.#cards.get(cardId) ?? []),
      released: ids.filter((cardId) => !this.#cards.has(cardId)),
    };
  }

  #count(card: HeldCard | undefined, sign: 1 | -1): void {
    if (card === undefined) return;
    if (card.state === "draft") this.#drafts += sign;
    if (card.state === "due") this.#due += sign;
    this.#sizeBytes += sign * (card.text.length + CARD_BYTES);
    const author = this.#authors.get(card.cardId);
    if (author === undefined || card.state === "hidden") return;
    const unseen = this.unseenBy(author) + sign;
    if (unseen > 0) this.#unseen.set(author, unseen);
    else this.#unseen.delete(author);
  }
}

/** What a card costs besides its text, about. */
const CARD_BYTES = 300;
