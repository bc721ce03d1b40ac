/** Longest waits of the first tries in ms; each wait is drawn from 1 s up to that. */
const FIRST_WAITS_MS = [2_000, 3_000, 4_000, 5_000];
const SHORTEST_MS = 1_000;
/** After the first tries: at most three a minute. */
const LATER_MS = { from: 20_000, to: 30_000 };
/** A connection that held this long was a good one: the next loss starts again with short waits. */
export const GOOD_AFTER_MS = 20_000;

/**
 * How long to wait before the next try to connect: 1–30 s with jitter, so that a hall of phones does not come back in
 * one moment. A server that lets in and closes at once is backed off like one that does not answer.
 */
export class BackOff {
  readonly #random: () => number;
  #tries = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  nextWaitMs(): number {
    const longest = FIRST_WAITS_MS[this.#tries];
    this.#tries += 1;
    const [from, to] =
      longest === undefined ? [LATER_MS.from, LATER_MS.to] : [SHORTEST_MS, longest];
    return Math.round(from + this.#random() * (to - from));
  }

  reset(): void {
    this.#tries = 0;
  }
}
