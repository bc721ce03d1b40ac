import { LastOrders, metaOf } from "@hefboom/board";
import * as Y from "yjs";

import { type BoardLog, LogError, type Seq, type StoredUpdate } from "../board-log.ts";
import { ClientOwners } from "../gate/client-owners.ts";
import type { RoomLimits } from "../limits/room-limits.ts";
import { CardOwners } from "./card-owners.ts";

/** Recent entries kept in memory, for clients that come back soon. */
const TAIL_MAX_ENTRIES = 1_000;

/** A board as it was read from its log, with everything a batch judges by. Thrown away whole when a commit fails. */
export interface RoomState {
  readonly doc: Y.Doc;
  readonly lasts: LastOrders;
  readonly owners: CardOwners;
  readonly clients: ClientOwners;
  readonly epoch: number;
  readonly limits: RoomLimits;
  /** Bytes of the document, or more: the sum of its updates. */
  sizeBytes: number;
  /** It was measured and is over its limit; until something is taken away it need not be measured again. */
  isFull: boolean;
  seq: Seq;
  /** The newest stored updates, oldest first, without gaps up to `seq`. */
  readonly tail: StoredUpdate[];
  /** The whole document as update v2, encoded once for everybody who asks at the same seq. */
  encoded: { seq: Seq; update: Uint8Array } | undefined;
}

/** Reads a board from its log, under a new server clientID. @throws {LogError} LOG_MISSING, LOG_DAMAGED */
export async function openRoomState(
  boardId: string,
  log: BoardLog,
  limits: RoomLimits,
): Promise<RoomState> {
  const [{ updates, head }, records] = await Promise.all([log.load(boardId), log.records(boardId)]);
  const doc = new Y.Doc();
  const clients = new ClientOwners(records.clients, limits.clientIds);
  try {
    doc.transact(() => {
      for (const { update } of updates) Y.applyUpdate(doc, update);
    });
  } catch (cause) {
    throw new LogError("LOG_DAMAGED", `board ${boardId} cannot be read`, { cause });
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new LogError("LOG_DAMAGED", `board ${boardId} has gaps`);
  }
  const epoch = metaOf(doc).get("epoch");
  return {
    doc,
    lasts: new LastOrders(doc),
    owners: new CardOwners(records.owners),
    clients,
    limits,
    sizeBytes: updates.reduce((sum, { update }) => sum + update.byteLength, 0),
    isFull: false,
    epoch: typeof epoch === "number" ? epoch : 1,
    seq: head,
    tail: updates.slice(-TAIL_MAX_ENTRIES),
    encoded: undefined,
  };
}

export function keepInTail(state: RoomState, stored: StoredUpdate): void {
  state.sizeBytes += stored.update.byteLength;
  state.tail.push(stored);
  if (state.tail.length > 2 * TAIL_MAX_ENTRIES) state.tail.splice(0, TAIL_MAX_ENTRIES);
}

/** The whole document as one update v2; 300 phones that scan a code at once cost one encoding. */
export function encodedState(state: RoomState): Uint8Array {
  if (state.encoded?.seq !== state.seq) {
    state.encoded = { seq: state.seq, update: Y.encodeStateAsUpdateV2(state.doc) };
  }
  return state.encoded.update;
}

/**
 * Whether the document has reached its limit; it is measured only when its updates together are that large, and once
 * for all that asks while it is full: at 16 MB that takes a good part of a second.
 */
export function isBoardFull(state: RoomState): boolean {
  if (state.isFull) return true;
  if (state.sizeBytes <= state.limits.boardBytes) return false;
  state.sizeBytes = Y.encodeStateAsUpdate(state.doc).byteLength;
  state.isFull = state.sizeBytes > state.limits.boardBytes;
  return state.isFull;
}

/** One update v1 with everything after `since`: the tail where it reaches back so far, else the whole document. */
export function updateSince(state: RoomState, since: Seq): Uint8Array {
  const newer = state.tail.filter(({ seq }) => seq > since);
  const oldest = state.tail[0]?.seq;
  const reachesBack =
    since > 0 && (since >= state.seq || (oldest !== undefined && oldest <= since));
  if (!reachesBack) return Y.encodeStateAsUpdate(state.doc);
  return Y.mergeUpdates(newer.map(({ update }) => update));
}
