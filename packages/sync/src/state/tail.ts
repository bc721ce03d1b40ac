import type { Seq, StoredUpdate } from "../board-log.ts";

/** More than this is not sent as it was stored: what is new in the document is found faster by a mark. */
const UPDATES_MAX = 100;
/** A board that is rewritten over and over would else keep many times its own size. */
const BYTES_MAX = 2 * 1024 * 1024;

/** A board's newest stored updates, oldest first and without gaps, for clients that come back soon. */
export class Tail {
  readonly #updates: StoredUpdate[] = [];
  #bytes = 0;

  constructor(stored: readonly StoredUpdate[]) {
    for (const each of stored.slice(-UPDATES_MAX)) this.push(each);
  }

  push(stored: StoredUpdate): void {
    this.#updates.push(stored);
    this.#bytes += stored.update.byteLength;
    while (this.#updates.length > UPDATES_MAX || this.#bytes > BYTES_MAX) this.#dropOldest();
  }

  /** What was stored after `since`; `undefined` when that is no longer all there. */
  after(since: Seq): StoredUpdate[] | undefined {
    const oldest = this.#updates[0]?.seq;
    if (oldest === undefined || oldest > since) return undefined;
    return this.#updates.filter(({ seq }) => seq > since);
  }

  /** What was stored holds something that nobody is to read any more. */
  clear(): void {
    this.#updates.length = 0;
    this.#bytes = 0;
  }

  #dropOldest(): void {
    this.#bytes -= this.#updates.shift()?.update.byteLength ?? 0;
  }
}
