import type { OutboxState } from "./state/outbox-state.ts";

/** Where one person's outbox for one board outlives a reload, shared by all pages; the web gives one over IndexedDB. */
export interface OutboxStore {
  /**
   * Reads what is stored and replaces it, in one step that no other page comes between.
   * @param change called once, with `undefined` when nothing is stored
   * @throws when storage is denied or full: the session goes on in memory
   */
  update(change: (stored: Partial<OutboxState> | undefined) => OutboxState): Promise<void>;
  /** Called when another page has changed what is stored. @returns how to stop listening */
  onChange?(listener: () => void): () => void;
  /** Tells the other pages that this one goes, or is back; what a page writes as it goes may come too late. */
  announce?(what: "gone" | "back"): void;
  /** What tells of a page whether it is known to be gone; without it, its sign of life has to run out. */
  goneCheck?(): Promise<(page: string) => boolean>;
}
