import { metaOf } from "@hefboom/board";
import { frameParts, splitParts } from "@hefboom/contract/messages";
import {
  type HistoryShare,
  historyShare,
  loadDocument,
  loadThinned,
  type StoredLog,
  snapshotParts,
  tailParts,
} from "@hefboom/sync";
import * as Y from "yjs";

import type { PackedLog } from "../packed-log.ts";
import { unpackAll } from "../packing/packed-part.ts";

/** A stored board in few pieces, to be handed to a thread. */
export interface BoardPieces {
  readonly boardId: string;
  readonly epoch: number;
  /** Data of packed parts. */
  readonly parts: readonly Uint8Array[];
  /** Framed updates v1 after them. */
  readonly tail: Uint8Array;
}

/** What takes too long for the event loop. Pure: the same in a thread and without one. */
export const snapshotJobs = {
  /** The board as new parts. */
  async collect(board: BoardPieces): Promise<Collected> {
    return collected(board, await documentOf(board));
  },

  /**
   * The same without what was overwritten before the entry in the tail that says so; `undefined` when there is no such entry.
   */
  async thin(board: BoardPieces): Promise<Collected | undefined> {
    const doc = await loadThinned(board.boardId, await storedOf(board));
    return doc && collected(board, doc);
  },

  /** The board as one update v2. */
  async whole(board: BoardPieces): Promise<Uint8Array> {
    return Y.encodeStateAsUpdateV2(await documentOf(board));
  },

  /** What came after the snapshot, as updates v2. */
  async tail({ tail }: Pick<BoardPieces, "tail">): Promise<Uint8Array[]> {
    return tailParts(splitParts(tail));
  },
};

interface Collected {
  epoch: number;
  parts: Uint8Array[];
  share: HistoryShare;
}

function collected(board: BoardPieces, doc: Y.Doc): Collected {
  const epoch = metaOf(doc).get("epoch");
  return {
    epoch: typeof epoch === "number" ? epoch : board.epoch,
    parts: snapshotParts(doc),
    share: historyShare(doc),
  };
}
export type SnapshotJobs = typeof snapshotJobs;

export function piecesOf(boardId: string, { epoch, snapshot, updates }: PackedLog): BoardPieces {
  return {
    boardId,
    epoch,
    parts: (snapshot?.parts ?? []).map(({ data }) => data),
    tail: frameParts(updates.map(({ update }) => update)),
  };
}

async function documentOf(board: BoardPieces): Promise<Y.Doc> {
  return loadDocument(board.boardId, await storedOf(board));
}

async function storedOf({ boardId, epoch, parts, tail }: BoardPieces): Promise<StoredLog> {
  const updates = splitParts(tail).map((update, index) => ({ seq: index + 1, update }));
  const packed = parts.map((data) => ({ data }));
  const snapshot = { seq: 0, parts: await unpackAll(boardId, packed) };
  return { epoch, snapshot, updates, head: updates.length };
}
