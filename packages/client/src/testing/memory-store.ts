import type { OutboxStore } from "../outbox/outbox-store.ts";
import type { OutboxState } from "../outbox/state/outbox-state.ts";
import { isSameOutbox } from "../outbox/state/same-outbox.ts";

/** Keeps an outbox as IndexedDB would, for any number of pages: copies, bytes included, one update at a time. */
export class MemoryStore implements OutboxStore {
  stored: OutboxState | undefined;
  /** While set, nothing is saved, as on a full phone. */
  isFull = false;
  /** Pages the browser knows to live; `undefined`: it cannot tell. */
  alive: ReadonlySet<string> | undefined;
  readonly #listeners = new Set<() => void>();

  async update(change: (stored: OutboxState | undefined) => OutboxState): Promise<void> {
    const before = this.stored;
    const after = change(before === undefined ? undefined : structuredCopy(before));
    if (this.isFull) throw new Error("storage is full");
    this.stored = structuredCopy(after);
    // Whoever wrote hears it too; that does no harm.
    if (before !== undefined && isSameOutbox(before, this.stored)) return;
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async goneCheck(): Promise<(page: string) => boolean> {
    return (page) => this.alive?.has(page) === false;
  }
}

// A copy through JSON has the same type: the outbox is plain but for the bytes, which are copied apart.
function structuredCopy(outbox: OutboxState): OutboxState {
  const edits = outbox.edits.map((edit) => ({ ...edit, update: edit.update.slice() }));
  return { ...(JSON.parse(JSON.stringify({ ...outbox, edits: [] })) as OutboxState), edits };
}
