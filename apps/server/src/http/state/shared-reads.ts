import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * One read for all who ask before it starts, by key. Everybody gets what was stored after they asked, and 300 phones
 * that scan a code at once cost one encoding of the board instead of 300.
 */
export class SharedReads<T> {
  readonly #waiting = new Map<string, Promise<T>>();

  read(key: string, read: () => Promise<T>): Promise<T> {
    const waiting = this.#waiting.get(key) ?? this.#start(key, read);
    this.#waiting.set(key, waiting);
    return waiting;
  }

  async #start(key: string, read: () => Promise<T>): Promise<T> {
    await nextTurn(); // whoever is in the same burst comes along
    this.#waiting.delete(key);
    return read();
  }
}
