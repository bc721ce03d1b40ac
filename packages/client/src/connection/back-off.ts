/**
 * Why the connection ended. `lost`: the network, or a server that is not there; `restart`: the server said that it comes
 * back; `refused`: the server is there and closed.
 */
export type Ending = "lost" | "restart" | "refused";

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** First tries after each ending; later ones, at most three a minute, are drawn from `LATER`. */
const FIRST: Readonly<Record<Ending, readonly Span[]>> = {
  lost: [2_000, 3_000, 4_000, 5_000].map(upTo),
  // A server that comes back meets a hall of phones, not all in one moment.
  restart: [5_000, 3_000, 4_000, 5_000].map(upTo),
  // Once at once: a slow reader only has to begin anew. After that it is no use to insist.
  refused: [upTo(2_000)],
};
const LATER: Span = { fromMs: 21_000, toMs: 30_000 };
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

  nextWaitMs(ending: Ending): number {
    const { fromMs, toMs } = FIRST[ending][this.#tries] ?? LATER;
    this.#tries += 1;
    return Math.round(fromMs + this.#random() * (toMs - fromMs));
  }

  reset(): void {
    this.#tries = 0;
  }
}

function upTo(toMs: number): Span {
  return { fromMs: 1_000, toMs };
}
