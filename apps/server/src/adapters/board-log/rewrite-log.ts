import { crc32 } from "node:zlib";
import { LogError, type Rewriting } from "@hefboom/sync";

import { packPart, STREAM_START } from "../../snapshots/packing/packed-part.ts";
import type { DoneCommands } from "./done/done-commands.ts";
import { forgetCommands } from "./forget-commands.ts";
import type { GroupCommit } from "./group-commit.ts";
import { readHead } from "./read-log.ts";
import type { SnapshotStatements } from "./snapshot-statements.ts";

/** Rows swept in one commit: a few milliseconds' work. */
const ROWS_AT_ONCE = 250;
const PARTS_AT_ONCE = 4;

interface Store {
  statements: SnapshotStatements;
  commits: GroupCommit;
  done: DoneCommands;
}

/**
 * Puts a snapshot in the place of a log's beginning, in small commits between which others have their turn: first the
 * parts, under an id that does not count yet; then one row makes them count; then what they replaced is swept. Cut off
 * anywhere, the log is as before or as after, and the next rewriting sweeps what was left lying.
 */
export async function rewriteLog(
  store: Store,
  boardId: string,
  rewriting: Rewriting,
): Promise<void> {
  checkReach(store.statements, boardId, rewriting);
  await sweep(store, boardId);
  try {
    await writeSnapshot(store, boardId, rewriting);
  } catch (error) {
    // What was written holds room on a disk that may be full; where this fails too, the next rewriting sweeps it.
    await sweep(store, boardId).catch(() => undefined);
    throw error;
  }
  await sweep(store, boardId);
  await forgetCommands(store, boardId);
  await store.commits.giveBack();
}

async function writeSnapshot(
  { statements, commits }: Store,
  boardId: string,
  rewriting: Rewriting,
): Promise<void> {
  const { upTo, epoch, parts } = rewriting;
  const id = (readHead(statements, boardId).id ?? 0) + 1;
  let reached = STREAM_START;
  for (const [n, part] of parts.entries()) {
    const packed = await packPart(part, reached);
    const { data, streamBytes, streamCrc } = packed;
    await commits.run(() =>
      statements.addPart.run(boardId, id, n, data, crc32(data), streamBytes, streamCrc),
    );
    reached = packed;
  }
  await commits.run(() => {
    checkReach(statements, boardId, rewriting);
    statements.putSnapshot.run(boardId, id, upTo, parts.length);
    statements.raiseEpoch.run(epoch, boardId);
  });
}

function checkReach(statements: SnapshotStatements, boardId: string, { upTo }: Rewriting): void {
  const { head_seq, seq } = readHead(statements, boardId);
  if (upTo > head_seq || upTo < (seq ?? 0)) {
    throw new LogError("LOG_MOVED", `${boardId} cannot be rewritten up to ${upTo}`);
  }
}

/** Deletes what the snapshot that counts has replaced, and parts that never came to count. */
async function sweep({ statements, commits }: Store, boardId: string): Promise<void> {
  const { id, seq } = readHead(statements, boardId);
  const sweeps = [
    () => statements.sweepRows.run(boardId, seq ?? 0, ROWS_AT_ONCE).changes,
    () => statements.sweepParts.run(boardId, id ?? 0, PARTS_AT_ONCE).changes,
  ];
  for (const some of sweeps) while ((await commits.run(some)) > 0);
}
