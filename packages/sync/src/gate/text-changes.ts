import { TooBigError } from "./too-big-error.ts";

/** By how many characters an update makes each text longer, or shorter. */
export class TextChanges {
  readonly #growthOf = new Map<string, number>();
  readonly #maxTaken: number;
  #taken = 0;

  /** @param maxTaken most live pieces of text that may be deleted; each is cut out of a long list */
  constructor(maxTaken: number) {
    this.#maxTaken = maxTaken;
  }

  grow(cardId: string, characters: number): void {
    this.#growthOf.set(cardId, (this.#growthOf.get(cardId) ?? 0) + characters);
  }

  /** @throws {TooBigError} */
  takeLive(cardId: string, characters: number): void {
    this.#taken += 1;
    if (this.#taken > this.#maxTaken) throw new TooBigError();
    this.grow(cardId, -characters);
  }

  get cards(): ReadonlySet<string> {
    return new Set(this.#growthOf.keys());
  }

  get isEmpty(): boolean {
    return this.#growthOf.size === 0;
  }

  growthOf(cardId: string): number {
    return this.#growthOf.get(cardId) ?? 0;
  }
}
