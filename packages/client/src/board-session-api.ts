import type { Command, CreateCommand } from "@hefboom/board";

import type { BoardView, DrawerEntry } from "./view/board-view.ts";

/** What a new card is made from; ids come from the session. */
export type NewCard = Omit<CreateCommand, "op" | "id" | "cardId">;

/** Where unsent commands, and what was refused, outlive a reload; the web gives one over IndexedDB. */
export interface OutboxStore {
  load(): Promise<StoredOutbox | undefined>;
  /** Replaces what was stored. @throws when storage is denied or full: the session goes on in memory */
  save(outbox: StoredOutbox): Promise<void>;
}
export interface StoredOutbox {
  readonly pending: readonly Command[];
  readonly drawer: readonly StoredDrawerEntry[];
  /** Cards made on this device, so that they are known as own with authors hidden too. */
  readonly ownCardIds: readonly string[];
  /** Ids of pending commands that were sent once, and may have been done. */
  readonly attempted?: readonly string[];
  /** Letters typed together and not saved yet, oldest first. */
  readonly edits?: readonly StoredEdit[];
}
export interface StoredDrawerEntry extends DrawerEntry {
  /** What was refused, so that it can be tried again whole. */
  readonly command?: Command;
}
export interface StoredEdit {
  readonly id: string;
  readonly cardId: string;
  /** Yjs update v1 onto the replica of `epoch`; storage must keep the bytes (structured clone does, JSON does not). */
  readonly update: Uint8Array;
  /** The card's whole text with this edit, should the update not fit any more. */
  readonly text: string;
  readonly epoch: number;
}

/** Shared typing in one card's text. */
export interface TextEditing {
  readonly text: string;
  /**
   * Says that the text is now `next`; the difference is sent.
   * @param base the text that was on the screen when `next` was typed, default `text`: letters of others that arrived
   * in between are kept
   */
  change(next: string, base?: string): void;
  /** Called when somebody else (or a refusal) changed the text. @returns how to stop listening */
  onRemoteChange(listener: (text: string) => void): () => void;
  close(): void;
}

/** One person's live connection with one board: `BoardSession` is the implementation. */
export interface BoardSessionApi extends AsyncDisposable {
  readonly view: BoardView;
  /** The listener is called after `view` has changed, at most once per scheduled flush. */
  subscribe(listener: () => void): () => void;
  /** @returns the new card's id; it is in `view` at once, as "on-device" */
  create(card: NewCard): string;
  place(
    cardId: string,
    place: { lever: string | null; order?: string; x?: number; y?: number },
  ): void;
  remove(cardId: string): void;
  /** Opens a card's text for typing and tells others so (with authors shown). */
  editText(cardId: string): TextEditing;
  /** Pointer in board units, at most 20 a second are sent; `undefined` when it left the board. */
  pointAt(cursor: { x: number; y: number } | undefined): void;
  /** Tries a refused entry again, as a new command. */
  retry(drawerId: string): void;
  discard(drawerId: string): void;
  /** Connects now instead of waiting for the back-off: the page came back, or the network did. */
  wake(): void;
}
