/**
 * So many of the last messages are compared: enough for one to have come without delay, and few enough that a device
 * whose clock was set is right again soon.
 */
const RECENT = 8;

/** Server time, as what the server says of it in passing lets this device know it. */
export class ServerClock {
  readonly #now: () => number;
  #offsetsMs: readonly number[] = [];

  /** @param now device time in ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A message has come that was sent at `serverMs`. */
  heard(serverMs: number): void {
    this.#offsetsMs = [...this.#offsetsMs, serverMs - this.#now()].slice(-RECENT);
  }

  /** In ms since 1970; device time before anything was heard. */
  now(): number {
    return this.#now() + this.#offsetMs;
  }

  /** The way takes time and never less than none: a late message shows less than the offset, and the largest is best. */
  get #offsetMs(): number {
    return this.#offsetsMs.length === 0 ? 0 : Math.max(...this.#offsetsMs);
  }
}
