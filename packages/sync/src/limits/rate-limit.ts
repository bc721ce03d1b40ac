export interface RateLimits {
  messagesPerSecond: number;
  messagesBurst: number;
  bytesPerSecond: number;
  bytesBurst: number;
}

/** For who is no stranger: a rehearsal of the server's own, a test of something else. */
export const UNLIMITED: RateLimits = {
  messagesPerSecond: 1e9,
  messagesBurst: 1e9,
  bytesPerSecond: 1e9,
  bytesBurst: 1e9,
};

/** Two leaking buckets, by messages and by bytes. */
export class RateLimit {
  readonly #limits: RateLimits;
  readonly #now: () => number;
  #messages = 0;
  #bytes = 0;
  #at: number;

  constructor(limits: RateLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
    this.#at = now();
  }

  /** Counts a message, or bytes of none. @returns false when there have been too many, or too large ones */
  take(bytes: number, messages: 0 | 1 = 1): boolean {
    this.#leak();
    this.#messages += messages;
    this.#bytes += bytes;
    return this.#messages <= this.#limits.messagesBurst && this.#bytes <= this.#limits.bytesBurst;
  }

  /** As `take`, but what does not fit is not counted: who waits long enough gets in. */
  takeIfFits(bytes: number): boolean {
    this.#leak();
    const { messagesBurst, bytesBurst } = this.#limits;
    if (this.#messages + 1 > messagesBurst || this.#bytes + bytes > bytesBurst) return false;
    this.#messages += 1;
    this.#bytes += bytes;
    return true;
  }

  /** Everything that was counted has leaked away again. */
  get isAtRest(): boolean {
    this.#leak();
    return this.#bytes === 0;
  }

  #leak(): void {
    const now = this.#now();
    const seconds = Math.max(0, now - this.#at) / 1_000;
    this.#at = now;
    this.#messages = Math.max(0, this.#messages - seconds * this.#limits.messagesPerSecond);
    this.#bytes = Math.max(0, this.#bytes - seconds * this.#limits.bytesPerSecond);
  }
}
