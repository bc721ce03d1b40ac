import type { OutboxStore, StoredOutbox } from "../board-session-api.ts";

/** Stores the outbox after each change: one write at a time, and what changed meanwhile in the next one. */
export class OutboxWriter {
  readonly #store: OutboxStore;
  readonly #read: () => StoredOutbox;
  #writing: Promise<void> | undefined;
  #isDirty = false;

  constructor(store: OutboxStore, read: () => StoredOutbox) {
    this.#store = store;
    this.#read = read;
  }

  touch(): void {
    this.#isDirty = true;
    this.#writing ??= this.#write();
  }

  /** Resolves when everything up to now is stored, or storage has failed. */
  async flushed(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    await undefined; // what one event handler changes makes one write
    while (this.#isDirty) {
      this.#isDirty = false;
      try {
        await this.#store.save(this.#read());
      } catch {
        // Storage denied or full: the session goes on in memory, and the next change tries again.
      }
    }
    this.#writing = undefined;
  }
}
