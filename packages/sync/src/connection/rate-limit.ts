export interface RateLimits {
  messagesPerSecond: number;
  messagesBurst: number;
  bytesPerSecond: number;
  bytesBurst: number;
}

/** Two leaking buckets for one socket, by messages and by bytes. */
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

  /** Counts one message. @returns false when the socket has been too fast */
  take(bytes: number): boolean {
    const now = this.#now();
    const seconds = Math.max(0, now - this.#at) / 1_000;
    this.#at = now;
    this.#messages = Math.max(0, this.#messages - seconds * this.#limits.messagesPerSecond) + 1;
    this.#bytes = Math.max(0, this.#bytes - seconds * this.#limits.bytesPerSecond) + bytes;
    return this.#messages <= this.#limits.messagesBurst && this.#bytes <= this.#limits.bytesBurst;
  }
}
