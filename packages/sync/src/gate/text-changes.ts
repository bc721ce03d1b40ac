import { TooBigError } from "./reading/too-big-error.ts";

/**
 * Most work that the deletions of one update may be: 1 for each live piece, `CUT` more for each of its ends that has to be
 * cut out of a longer one. Yjs puts the cut piece into a list of all that the server wrote, which on a board of 10,000
 * cards takes 10 µs. Replacing a text of 1,200 letters that two people typed in turn is 1,200.
 */
const WORK_MAX = 4_000;
const CUT = 4;

/** By how many characters an update makes each text longer, or shorter. */
export class TextChanges {
  readonly #growthOf = new Map<string, number>();
  #work = 0;

  grow(cardId: string, characters: number): void {
    this.#growthOf.set(cardId, (this.#growthOf.get(cardId) ?? 0) + characters);
  }

  /**
   * Notes the deletion of a piece of what is stored.
   * @param cuts how many of its ends lie inside a longer piece
   * @throws {TooBigError}
   */
  take(cardId: string, characters: number, cuts: number): void {
    this.#work += 1 + CUT * cuts;
    if (this.#work > WORK_MAX) throw new TooBigError();
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
