import { TooBigError } from "./reading/too-big-error.ts";

/** Most stored pieces that one update may delete; each takes Yjs 3 µs. A text that two typed in turn has 1,200. */
const PIECES_MAX = 4_000;

/** By how many characters an update makes each text longer, or shorter. */
export class TextChanges {
  readonly #growthOf = new Map<string, number>();
  #pieces = 0;

  grow(cardId: string, characters: number): void {
    this.#growthOf.set(cardId, (this.#growthOf.get(cardId) ?? 0) + characters);
  }

  /** Notes the deletion of a stored piece. @throws {TooBigError} */
  take(cardId: string, characters: number): void {
    this.#pieces += 1;
    if (this.#pieces > PIECES_MAX) throw new TooBigError();
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
