import { isSameOutbox, type OutboxState, type OutboxStore, readOutbox } from "@hefboom/client";
import { createStore, type UseStore, update } from "idb-keyval";

import { heldPages, holdPage } from "./page-locks.ts";

/** Where pages cannot call each other, they look this often. */
const POLL_MS = 3_000;

interface OutboxIds {
  readonly boardId: string;
  readonly personId: string;
  readonly pageId: string;
}
/** What pages call to each other. */
type Call = { readonly what: "changed" | "gone" | "back"; readonly page: string };

/** The outbox of one person for one board, in IndexedDB: one record for all pages, changed in transactions. */
export class IdbOutboxStore implements OutboxStore {
  readonly #key: string;
  readonly #pageId: string;
  readonly #database: UseStore = createStore("hefboom-outbox", "outbox");
  readonly #channel: BroadcastChannel | undefined;
  /** Pages that said that they go. */
  readonly #gone = new Set<string>();

  constructor({ boardId, personId, pageId }: OutboxIds) {
    this.#key = `${boardId}:${personId}`;
    this.#pageId = pageId;
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
    if (isNews) this.#call("changed");
  }

  onChange(listener: () => void): () => void {
    const channel = this.#channel;
    if (channel === undefined) {
      const timer = setInterval(listener, POLL_MS);
      return () => clearInterval(timer);
    }
    channel.addEventListener("message", ({ data }: MessageEvent<Call>) => {
      if (data.what === "gone") this.#gone.add(data.page);
      if (data.what === "back") this.#gone.delete(data.page);
      listener();
    });
    return () => channel.close();
  }

  announce(what: "gone" | "back"): void {
    this.#call(what);
  }

  async goneCheck(): Promise<(page: string) => boolean> {
    const held = await heldPages();
    return (page) => this.#gone.has(page) || held?.has(page) === false;
  }

  #call(what: Call["what"]): void {
    this.#channel?.postMessage({ what, page: this.#pageId } satisfies Call);
  }
}
