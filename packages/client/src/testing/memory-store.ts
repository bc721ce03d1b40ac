import type { OutboxStore, StoredOutbox } from "../board-session-api.ts";

/** Keeps the outbox as IndexedDB would: a copy, bytes included. */
export class MemoryStore implements OutboxStore {
  stored: StoredOutbox | undefined;
  /** While set, saving fails as a full phone does. */
  isFull = false;

  load(): Promise<StoredOutbox | undefined> {
    return Promise.resolve(this.stored);
  }

  save(outbox: StoredOutbox): Promise<void> {
    if (this.isFull) return Promise.reject(new Error("storage is full"));
    const edits = (outbox.edits ?? []).map((edit) => ({ ...edit, update: edit.update.slice() }));
    this.stored = { ...copyOf(outbox), edits };
    return Promise.resolve();
  }
}

// A copy through JSON has the same type: the outbox is plain but for the bytes, which are copied apart.
const copyOf = (outbox: StoredOutbox): StoredOutbox =>
  JSON.parse(JSON.stringify({ ...outbox, edits: [] })) as StoredOutbox;
