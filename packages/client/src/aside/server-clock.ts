/**
 * So many of the last messages are compared: enough for one to have come without delay, and few enough that a device
 * whose clock was set is right again soon.
 */
const RECENT = 8;
/** A first message is hardly later than that; what looks later, in ms, comes of a clock that stood still or was set. */
const LATE_MAX_MS = 2_000;

/** Server time, as what the server says of it in passing lets this device know it. */
export class ServerClock {
  readonly #now: () => number;
  #offsetsMs: readonly number[] = [];
  #isInDoubt = false;

  /** @param now device time in ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The connection is gone, maybe because the device, or the one with the server, sleeps: its clock may stand still. */
  lost(): void {
    this.#isInDoubt = true;
  }

  /** A message has come that was sent at `serverMs`. */
  heard(serverMs: number): void {
    const offsetMs = serverMs - this.#now();
    if (this.#isInDoubt && this.#offsetMs - offsetMs > LATE_MAX_MS) this.#offsetsMs = [];
    this.#isInDoubt = false;
    this.#offsetsMs = [...this.#offsetsMs, offsetMs].slice(-RECENT);
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
