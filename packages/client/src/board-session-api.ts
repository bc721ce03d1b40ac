import type { Command, CreateCommand, Labels, RefusalCode } from "@hefboom/board";

import type { BoardView } from "./board-view.ts";
import type { OutboxCommand } from "./outbox/outbox-command.ts";

/** What a new card is made from; ids come from the session. */
export type NewCard = Omit<CreateCommand, "op" | "id" | "cardId">;

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

/** A command that is not about this person's own card: asked once, answered once, and not kept beyond this page. */
export type Asked = Exclude<Command, OutboxCommand>;
/** `Asked` without its id, which the session makes. */
export type Asking = Asked extends infer One
  ? One extends Asked
    ? Omit<One, "id">
    : never
  : never;
/** What became of it. "offline": nobody knows, no answer came in time; sent again it is done once all the same. */
export type AskOutcome =
  | { readonly saved: true; readonly id: string }
  | { readonly refused: RefusalCode | "offline"; readonly id: string };

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
  /** Takes a card out of the bin again. */
  restore(cardId: string): void;
  label(cardId: string, labels: Labels): void;
  /**
   * Leads, votes, clusters, raises a hand, or takes back a command (`undo`). Sent when there is a connection, and again
   * after a new one, for at most `patienceMs` (10 s when absent). Never rejects.
   */
  ask(asking: Asking, options?: { patienceMs?: number }): Promise<AskOutcome>;
  /**
   * Dots with everything that was asked up to this moment; `view` has it at its next flush, and two presses of a button
   * may come before that.
   */
  votesNow(): Pick<BoardView, "votes" | "votesFor">;
  /** Server time now, in ms since 1970, as far as this device knows it: for what counts down. */
  serverNow(): number;
  /** Opens a card's text for typing and tells others so (with authors shown). */
  editText(cardId: string): TextEditing;
  /** Pointer in board units, at most 20 a second are sent; `undefined` when it left the board. */
  pointAt(cursor: { x: number; y: number } | undefined): void;
  /** Tries a refused entry again, as a new command. */
  retry(drawerId: string): void;
  discard(drawerId: string): void;
  /** Connects now instead of waiting for the back-off: the page came back, or the network did. */
  wake(): void;
  /** Stores everything now: the page is hidden, and may be gone without another word. Never rejects. */
  rest(): Promise<void>;
  /** The page goes: another page of this person may send at once. `wake` undoes it. Never rejects. */
  leave(): Promise<void>;
}
