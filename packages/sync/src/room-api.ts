import type { Actor, BinnedCard, Card, CardOwner, NewBoard, Person } from "@hefboom/board";
import type { Answer } from "@hefboom/contract/messages";
import type * as Y from "yjs";

import type { Act, Seq } from "./board-log.ts";

/** A quote found in an essay; its id becomes its card's. */
export interface EssayQuote {
  id: string;
  text: string;
  speaker?: string;
  nearPassageId?: string;
}

/** What HTTP asks of a board's room; `Room` is the implementation. All of it waits for a commit in flight. */
export interface RoomApi {
  /**
   * Judges and does commands, in one commit where they arrive together.
   * @param commands parsed JSON, not yet checked; at most 500
   * @throws {InvalidCommandError} when one is no command at all (no `op`, or no well-formed `id`): then none is done
   */
  submit(actor: Actor, commands: readonly unknown[]): Promise<Answer[]>;
  /** Puts the essay's quotes into the tray as nobody's cards with `via: "essay"`; ids already used are left alone. */
  addEssayQuotes(quotes: readonly EssayQuote[]): Promise<void>;
  /** Puts a person into `people` (not with authors hidden), or takes the name out when `person.name` is absent. */
  welcome(personId: string, person: Person): Promise<void>;
  /** Takes a person's words or a card off the board, under a new epoch. */
  erase(what: { readonly personId: string } | { readonly cardId: string }): Promise<void>;
  /** Takes all cards and people off the board, under a new epoch, and begins its session anew; see `Batch.clear`. */
  clear(): Promise<void>;
  /** Writes down that values which were overwritten until now may be left out of the log; see `thinned`. */
  markThinning(): Promise<void>;
  /** Goes on with the document as it now lies in the log, with less history; nobody on the board notices. */
  takeThinned(): Promise<void>;
  /** Who did what, the newest first, but for what people do with their own cards: at most `count` acts before `before`, in ms since 1970. */
  acts(options: { before: number; count: number }): Promise<Act[]>;
  /** Those of these commands of which it is still known how they are taken back. */
  undoable(commandIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** The stored document as one update v2. */
  state(): Promise<{ update: Uint8Array; seq: Seq; epoch: number }>;
  /** Reads the stored document; `read` must neither change nor keep it. */
  read<T>(read: (doc: Y.Doc) => T): Promise<T>;
  /** Facts beside the document that exports need, by card id. */
  ownerOf(cardId: string): Promise<CardOwner | undefined>;
  cards(): Promise<Card[]>;
  /** Deleted cards that can still be restored, the newest first: all for staff, for others their own. */
  binFor(actor: Actor): Promise<BinnedCard[]>;
}

export interface RoomHubApi extends AsyncDisposable {
  /** Concurrent calls for one board share one load. @throws {LogError} LOG_MISSING, LOG_DAMAGED */
  room(boardId: string): Promise<RoomApi>;
  /** Writes the first entry of a new board's log. The board's row must exist already (see `BoardLog`). */
  create(boardId: string, board: NewBoard): Promise<void>;
  /** Closes the sockets of one person on one board, when the credential they came with was revoked. */
  closeSockets(boardId: string, which: (personId: string) => boolean): Promise<void>;
  /** Lets a board be read from its log anew, under its new epoch: everybody comes again, without what they have. */
  renew(boardId: string): Promise<void>;
  /** Forgets a board that was erased; its sockets are closed. */
  drop(boardId: string): Promise<void>;
}
