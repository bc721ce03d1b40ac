import { isSameOutbox, type OutboxState, type OutboxStore, readOutbox } from "@hefboom/client";
import { createStore, type UseStore, update } from "idb-keyval";

import { alivePages, holdPage } from "./page-locks.ts";

/** Where pages cannot call each other, they look this often. */
const POLL_MS = 3_000;

interface OutboxIds {
  readonly boardId: string;
  readonly personId: string;
  readonly pageId: string;
}

/** The outbox of one person for one board, in IndexedDB: one record for all pages, changed in transactions. */
export class IdbOutboxStore implements OutboxStore {
  readonly #key: string;
  readonly #database: UseStore = createStore("hefboom-outbox", "outbox");
  readonly #channel: BroadcastChannel | undefined;

  constructor({ boardId, personId, pageId }: OutboxIds) {
    this.#key = `${boardId}:${personId}`;
    if ("BroadcastChannel" in window) {
      this.#channel = new BroadcastChannel(`hefboom-outbox:${this.#key}`);
    }
    holdPage(pageId);
  }

  async update(change: (stored: Partial<OutboxState> | undefined) => OutboxState): Promise<void> {
    let isNews = false;
    await update<OutboxState>(
      this.#key,
      (stored) => {
        const next = change(stored);
        isNews = !isSameOutbox(readOutbox(stored), next);
        return next;
      },
      this.#database,
    );
    if (isNews) this.#channel?.postMessage("changed");
  }

  onChange(listener: () => void): () => void {
    const channel = this.#channel;
    if (channel === undefined) {
      const timer = setInterval(listener, POLL_MS);
      return () => clearInterval(timer);
    }
    channel.addEventListener("message", listener);
    return () => channel.close();
  }

  alivePages(): Promise<ReadonlySet<string> | undefined> {
    return alivePages();
  }
}
