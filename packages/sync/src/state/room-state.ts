import { LastOrders } from "@hefboom/board";
import * as Y from "yjs";
import type { BoardLog, Seq, StoredLog, StoredUpdate } from "../board-log.ts";
import { type Books, openBooks } from "../books/books.ts";
import { ClientOwners } from "../gate/client-owners.ts";
import type { RoomLimits } from "../limits/room-limits.ts";
import { documentBytes } from "../snapshot/document-bytes.ts";
import { loadDocument } from "../snapshot/load-document.ts";
import { CardOwners } from "./card-owners.ts";
import { hasWordsGone } from "./has-words-gone.ts";
import { StateMarks } from "./state-marks.ts";
import { Tail } from "./tail.ts";
import { thinnedAt } from "./too-old.ts";

/** A board as it was read from its log, with everything a batch judges by. Thrown away whole when a commit fails. */
export interface RoomState {
  readonly doc: Y.Doc;
  readonly lasts: LastOrders;
  readonly owners: CardOwners;
  readonly clients: ClientOwners;
  readonly books: Books;
  readonly epoch: number;
  readonly limits: RoomLimits;
  /** Bytes of the document, or more: the sum of its updates. */
  sizeBytes: number;
  /** It was measured and is over its limit; until something is taken away it need not be measured again. */
  isFull: boolean;
  seq: Seq;
  /** Reaches up to `seq`. */
  readonly tail: Tail;
  /** What the document had at earlier seqs. */
  readonly marks: StateMarks;
  /** The whole document as update v2, encoded once for everybody who asks at the same seq. */
  encoded: { seq: Seq; update: Uint8Array } | undefined;
}

/** Reads a board from its log in slices, under a new server clientID. @throws {LogError} LOG_MISSING, LOG_DAMAGED */
export async function openRoomState(
  boardId: string,
  log: BoardLog,
  limits: RoomLimits,
): Promise<RoomState> {
  const [stored, records] = await Promise.all([log.load(boardId), log.records(boardId)]);
  const doc = await loadDocument(boardId, stored);
  const marks = new StateMarks();
  marks.note(doc, stored.head);
  return {
    doc,
    marks,
    lasts: new LastOrders(doc),
    owners: new CardOwners(records.owners),
    clients: new ClientOwners(records.clients, limits.clientIds),
    books: openBooks(records),
    limits,
    sizeBytes: bytesOf(stored),
    isFull: false,
    epoch: stored.epoch,
    seq: stored.head,
    tail: new Tail(stored.updates),
    encoded: undefined,
  };
}

function bytesOf({ snapshot, updates }: StoredLog): number {
  const parts = (snapshot?.parts ?? []).reduce((sum, part) => sum + part.byteLength, 0);
  return updates.reduce((sum, { update }) => sum + update.byteLength, parts);
}

/** The same state with a document of the same content. */
export function withDocument(state: RoomState, doc: Y.Doc): RoomState {
  return { ...state, doc, sizeBytes: documentBytes(doc), isFull: false, encoded: undefined };
}

/** Called for each update once it is stored, while the document is exactly that far. */
export function keepInTail(state: RoomState, stored: StoredUpdate): void {
  state.sizeBytes += stored.update.byteLength;
  state.marks.note(state.doc, stored.seq);
  state.tail.push(stored);
}

/** The whole document as one update v2; 300 phones that scan a code at once cost one encoding. */
export function encodedState(state: RoomState): Uint8Array {
  if (state.encoded?.seq !== state.seq) {
    state.encoded = { seq: state.seq, update: Y.encodeStateAsUpdateV2(state.doc) };
  }
  return state.encoded.update;
}

/** Whether the document has reached its limit; it is measured only when its updates together are that large. */
export function isBoardFull(state: RoomState): boolean {
  if (state.isFull) return true;
  const heldBytes = state.books.held.sizeBytes;
  if (state.sizeBytes + heldBytes <= state.limits.boardBytes) return false;
  state.sizeBytes = documentBytes(state.doc);
  state.isFull = state.sizeBytes + heldBytes > state.limits.boardBytes;
  return state.isFull;
}

/**
 * One update v1 with everything after `since`, and perhaps some of before; the whole document when all else is gone. Never
 * the words of a card that was taken off the board: they would be in what was stored when it still lay there.
 * @returns `undefined` when history was left out since: a replica that is there has to be fetched anew
 */
export function updateSince(state: RoomState, since: Seq): Uint8Array | undefined {
  const newer = since > 0 && since >= state.seq ? [] : state.tail.after(since);
  const updates = newer?.map(({ update }) => update);
  if (updates !== undefined && !hasWordsGone(state.doc, updates)) return Y.mergeUpdates(updates);
  if (since > 0 && since < thinnedAt(state.doc)) return undefined;
  return Y.encodeStateAsUpdate(state.doc, state.marks.before(since));
}
