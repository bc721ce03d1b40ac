/** Beyond this nobody has counted honestly: thousands of years of tenths of a second. */
const HONEST_MAX = 2 ** 42;
/** What others may have been told beyond the clock that one client has seen. */
const MARGIN = 10_000;

/**
 * Clocks of the server's own, which only grow: clients ignore a clock they have seen. They start from the time, so
 * that they go on past a restart; where the wall clock was set back meanwhile, the clients that come back bring the
 * clock they have seen, and it goes on from there.
 */
export class PresenceClock {
  readonly #now: () => number;
  #last = 0;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  next(): number {
    this.#last = Math.max(this.#last + 1, Math.floor(this.#now() / 100));
    return this.#last;
  }

  /** A client was at `clock` when it said something of itself. */
  see(clock: number): void {
    if (clock > this.#last + MARGIN && clock < HONEST_MAX) this.#last = clock + MARGIN;
  }
}
