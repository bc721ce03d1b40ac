import type { DrawerEntry } from "../../board-view.ts";
import type { OutboxCommand } from "../outbox-command.ts";

/** One command that the server has not answered for good. Never mutated. */
export interface PendingCommand {
  readonly command: OutboxCommand;
  /** The page that made it, which alone may still change it. */
  readonly page: string;
  /** It was sent once and may have been done: nobody alters it any more. */
  readonly isAttempted: boolean;
  /** Not to be sent yet: somebody is still typing on its page. */
  readonly isHeld: boolean;
}

export interface StoredDrawerEntry extends DrawerEntry {
  /** What was refused, so that it can be tried again whole. */
  readonly command?: OutboxCommand;
}

export interface StoredEdit {
  readonly id: string;
  readonly cardId: string;
  /** Yjs update v1 onto the replica of `epoch`; storage must keep the bytes (structured clone does, JSON does not). */
  readonly update: Uint8Array;
  /** The card's whole text with this edit, should the update not fit any more. */
  readonly text: string;
  readonly epoch: number;
  /** The page whose working document has these letters; when it is gone another one takes them over. */
  readonly page: string;
}

/** What one person asked for on one board and is not done yet, of all pages on this device. Never mutated. */
export interface OutboxState {
  /** In the order in which they were asked for. */
  readonly pending: readonly PendingCommand[];
  /** What was refused for good, the oldest first. */
  readonly drawer: readonly StoredDrawerEntry[];
  /** Cards made on this device, so that they are known as own with authors hidden too. */
  readonly ownCardIds: readonly string[];
  /** Letters typed together and not saved yet, oldest first. */
  readonly edits: readonly StoredEdit[];
  /** Pages that have something pending, with the time until which each is believed to live, in ms since 1970. */
  readonly pages: Readonly<Record<string, number>>;
  /** The one page that sends. */
  readonly holder?: string | undefined;
}

export const EMPTY_OUTBOX: OutboxState = {
  pending: [],
  drawer: [],
  ownCardIds: [],
  edits: [],
  pages: {},
};

/** What storage gave, without what is of another make; storage is written by other versions of this program too. */
export function readOutbox(stored: Partial<OutboxState> | undefined): OutboxState {
  const { pending, drawer, ownCardIds, edits, pages, holder } = { ...EMPTY_OUTBOX, ...stored };
  return {
    pending: listOf(pending).filter(({ command }) => Boolean(command?.id && command.cardId)),
    drawer: listOf(drawer).filter(({ id }) => Boolean(id)),
    ownCardIds: listOf(ownCardIds),
    edits: listOf(edits).filter(({ update }) => update instanceof Uint8Array),
    pages: typeof pages === "object" ? pages : {},
    holder,
  };
}

const listOf = <T>(list: readonly T[]): readonly T[] => (Array.isArray(list) ? list : []);
