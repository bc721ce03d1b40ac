/** Longest wait before the server is asked again what it could not store or found too fast. */
const LONGEST_MS = 10_000;

/** Pauses a sender after `cannot-save` or `too-fast`, longer each time, until something is saved. */
export class RetryTimer {
  readonly #random: () => number;
  readonly #onDue: () => void;
  #failures = 0;
  #timer: unknown;

  constructor(random: () => number, onDue: () => void) {
    this.#random = random;
    this.#onDue = onDue;
  }

  get isPaused(): boolean {
    return this.#timer !== undefined;
  }

  pause(): void {
    if (this.isPaused) return;
    const longestMs = Math.min(LONGEST_MS, 2_000 * 2 ** this.#failures);
    this.#failures += 1;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#onDue();
      },
      1_000 + this.#random() * (longestMs - 1_000),
    );
  }

  /** Something was saved: the next pause is short again. */
  succeeded(): void {
    this.#failures = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
