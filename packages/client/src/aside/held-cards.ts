import type { Aside, AsideCard } from "@hefboom/contract/messages";

import { isSameJson } from "./same-json.ts";

/** A card that is shown comes with the replica, which may be this much later: a phone hears of it in coarse ticks. */
const LEAVES_AFTER_MS = 1_000;

interface HeldPorts {
  /** Whether a card that is held no longer may still come with the replica, because it is not there. */
  mayArrive(cardId: string): boolean;
  onCard(cardId: string): void;
}

/** Cards that are not on the board, as far as this person may know of them. */
export class HeldCards {
  readonly #ports: HeldPorts;
  readonly #cards = new Map<string, AsideCard>();
  /** Held no longer, and kept so that nothing flickers until the replica has them. */
  readonly #leaving = new Map<string, unknown>();
  readonly #ownIds = new Set<string>();

  constructor(ports: HeldPorts) {
    this.#ports = ports;
  }

  get(cardId: string): AsideCard | undefined {
    return this.#cards.get(cardId);
  }

  /** Whether the server once said that this person made it; true also of what has been shown since. */
  isOwn(cardId: string): boolean {
    return this.#ownIds.has(cardId);
  }

  take({ isWhole, cards = [], gone = [] }: Pick<Aside, "isWhole" | "cards" | "gone">): void {
    for (const card of cards) this.#put(card);
    const here = new Set(cards.map(({ cardId }) => cardId));
    const left = isWhole ? [...this.#cards.keys()].filter((cardId) => !here.has(cardId)) : gone;
    for (const cardId of left) this.#leave(cardId);
  }

  stop(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
  }

  #put(card: AsideCard): void {
    const { cardId } = card;
    const isBack = this.#stay(cardId);
    if (card.isOwn) this.#ownIds.add(cardId);
    if (!isBack && isSameJson(this.#cards.get(cardId), card)) return;
    this.#cards.set(cardId, card);
    this.#ports.onCard(cardId);
  }

  #leave(cardId: string): void {
    if (!this.#cards.has(cardId) || this.#leaving.has(cardId)) return;
    if (this.#ports.mayArrive(cardId)) {
      this.#leaving.set(
        cardId,
        setTimeout(() => this.#drop(cardId), LEAVES_AFTER_MS),
      );
    } else {
      this.#drop(cardId);
    }
  }

  /** @returns whether it was about to leave */
  #stay(cardId: string): boolean {
    clearTimeout(this.#leaving.get(cardId));
    return this.#leaving.delete(cardId);
  }

  #drop(cardId: string): void {
    this.#leaving.delete(cardId);
    this.#cards.delete(cardId);
    this.#ports.onCard(cardId);
  }
}
