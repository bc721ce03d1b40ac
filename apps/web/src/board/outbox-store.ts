import type { OutboxStore, StoredOutbox } from "@hefboom/client";
import { createStore, delMany, entries, set, type UseStore } from "idb-keyval";

/**
 * Unsent commands of one person on one board, in IndexedDB. Each page writes an entry of its own, so that two tabs never
 * overwrite each other; a page that opens takes over what other pages left. Sending twice does no harm: the ids are the same.
 */
export class IdbOutboxStore implements OutboxStore {
  readonly #prefix: string;
  readonly #key: string;
  readonly #database: UseStore;

  constructor(ids: { boardId: string; personId: string; pageId: string }) {
    this.#prefix = `${ids.boardId}:${ids.personId}:`;
    this.#key = this.#prefix + ids.pageId;
    this.#database = createStore("hefboom-outbox", "outboxes");
  }

  async load(): Promise<StoredOutbox | undefined> {
    try {
      const all = await entries<string, StoredOutbox>(this.#database);
      const own = all.filter(([key]) => key.startsWith(this.#prefix));
      if (own.length === 0) return undefined;
      const merged = mergeOutboxes(own.map(([, outbox]) => outbox));
      await this.save(merged);
      const left = own.map(([key]) => key).filter((key) => key !== this.#key);
      await delMany(left, this.#database);
      return merged;
    } catch {
      return undefined; // storage is denied: the session goes on in memory
    }
  }

  async save(outbox: StoredOutbox): Promise<void> {
    await set(this.#key, outbox, this.#database);
  }
}

/** All of them as one, each id once, in the order given. */
export function mergeOutboxes(outboxes: readonly StoredOutbox[]): StoredOutbox {
  return {
    pending: uniqueById(outboxes.flatMap(({ pending }) => pending)),
    drawer: uniqueById(outboxes.flatMap(({ drawer }) => drawer)),
    ownCardIds: [...new Set(outboxes.flatMap(({ ownCardIds }) => ownCardIds))],
    attempted: [...new Set(outboxes.flatMap(({ attempted }) => attempted ?? []))],
    edits: uniqueById(outboxes.flatMap(({ edits }) => edits ?? [])),
  };
}

function uniqueById<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
