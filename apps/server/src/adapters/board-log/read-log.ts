import { setImmediate } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { LogError, type Seq, type StoredUpdate } from "@hefboom/sync";

import type { LogShape, PackedLog } from "../../snapshots/packed-log.ts";
import type { PackedPart } from "../../snapshots/packing/packed-part.ts";
import type { HeadRow, SnapshotStatements } from "./snapshot-statements.ts";

/** Rows and parts that are read in one go, some milliseconds' work; then others have their turn. */
const ROWS_AT_ONCE = 1_000;
const PARTS_AT_ONCE = 16;
/** A log that is collected while it is read is read again; that takes place every few thousand rows. */
const MAX_TRIES = 5;

export function readShape(statements: SnapshotStatements, boardId: string): LogShape {
  const { head_seq, epoch, seq, bytes } = readHead(statements, boardId);
  return { head: head_seq, epoch, collectedTo: seq ?? 0, snapshotBytes: bytes ?? 0 };
}

/** Reads a board's log in slices. @throws {LogError} LOG_MISSING, LOG_DAMAGED */
export async function readLog(statements: SnapshotStatements, boardId: string): Promise<PackedLog> {
  for (let tries = 1; ; tries += 1) {
    const head = readHead(statements, boardId);
    try {
      return await readUpTo(statements, boardId, head);
    } catch (error) {
      const wasCollected = readHead(statements, boardId).id !== head.id;
      if (!wasCollected || tries === MAX_TRIES) throw error;
    }
  }
}

async function readUpTo(
  statements: SnapshotStatements,
  boardId: string,
  head: HeadRow,
): Promise<PackedLog> {
  const reading = { statements, boardId };
  const parts = await readParts(reading, head);
  const updates = await readUpdates(reading, { after: head.seq ?? 0, upTo: head.head_seq });
  return {
    epoch: head.epoch,
    head: head.head_seq,
    snapshot: head.seq === null ? undefined : { seq: head.seq, parts },
    updates,
  };
}

interface Reading {
  statements: SnapshotStatements;
  boardId: string;
}

async function readParts({ statements, boardId }: Reading, head: HeadRow): Promise<PackedPart[]> {
  const { id, parts: count } = head;
  const parts: PackedPart[] = [];
  if (id === null || count === null) return parts;
  while (parts.length < count) {
    const rows = statements.parts.all(boardId, id, parts.length, PARTS_AT_ONCE);
    if (rows.length === 0) throw damaged(boardId, `part ${parts.length}`);
    for (const { n, data, checksum, stream_bytes, stream_crc } of rows) {
      if (n !== parts.length || crc32(data) !== checksum) throw damaged(boardId, `part ${n}`);
      parts.push({ data, streamBytes: stream_bytes, streamCrc: stream_crc });
    }
    await setImmediate();
  }
  return parts;
}

async function readUpdates(
  { statements, boardId }: Reading,
  { after, upTo }: { after: Seq; upTo: Seq },
): Promise<StoredUpdate[]> {
  const updates: StoredUpdate[] = [];
  let reached = after;
  while (reached < upTo) {
    const rows = statements.rows.all(boardId, reached, Math.min(ROWS_AT_ONCE, upTo - reached));
    if (rows.length === 0) throw damaged(boardId, `entry ${reached + 1}`);
    for (const { seq, data, checksum } of rows) {
      reached += 1;
      if (seq !== reached || crc32(data) !== checksum) throw damaged(boardId, `entry ${reached}`);
      if (data.byteLength > 0) updates.push({ seq, update: data });
    }
    if (reached < upTo) await setImmediate();
  }
  return updates;
}

export function readHead(statements: SnapshotStatements, boardId: string): HeadRow {
  const head = statements.head.get(boardId);
  if (head === undefined) throw new LogError("LOG_MISSING", `no board ${boardId}`);
  return head;
}

function damaged(boardId: string, what: string): LogError {
  return new LogError("LOG_DAMAGED", `${what} of board ${boardId} is missing or damaged`);
}
