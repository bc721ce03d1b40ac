import { TooBigError } from "../reading/too-big-error.ts";

/**
 * Most places where one update may cut what is stored in two. Yjs puts each second half into a list of all that its
 * author, mostly the server, ever wrote: on a board of 10,000 cards up to 50 µs. Whoever edits a text offline for an hour
 * needs a few dozen.
 */
const CUTS_MAX = 500;

/** The places where an update cuts stored pieces in two. */
export class Cuts {
  readonly #points = new Map<number, Set<number>>();
  #count = 0;

  /**
   * Notes that `clock` becomes the first one of a piece.
   * @throws {TooBigError} when there are too many
   */
  before(client: number, clock: number): void {
    let points = this.#points.get(client);
    if (points === undefined) {
      points = new Set();
      this.#points.set(client, points);
    }
    if (points.has(clock)) return;
    points.add(clock);
    this.#count += 1;
    if (this.#count > CUTS_MAX) throw new TooBigError();
  }
}
