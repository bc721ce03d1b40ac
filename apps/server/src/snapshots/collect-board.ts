import { type BoardLog, type HistoryShare, LogError } from "@hefboom/sync";

import type { PackedBoards } from "./packed-log.ts";
import type { SnapshotWorker } from "./thread/snapshot-worker.ts";

export interface CollectDeps {
  log: BoardLog & PackedBoards;
  worker: SnapshotWorker;
}

/** How often it is done again because somebody else collected the board meanwhile. */
const MAX_TRIES = 5;

/**
 * Rewrites a board's log as what is on the board now, without what once was; the work is done beside the event loop.
 * @returns how much of it is history now
 * @throws {LogError} LOG_FULL, LOG_DAMAGED, LOG_MISSING
 */
export async function collectBoard(deps: CollectDeps, boardId: string): Promise<HistoryShare> {
  const { log, worker } = deps;
  for (let tries = 1; ; tries += 1) {
    const packed = await log.packed(boardId);
    const { epoch, parts, share } = await worker.run("collect", boardId, packed);
    try {
      await log.rewrite(boardId, { upTo: packed.head, epoch, parts });
      return share;
    } catch (error) {
      const wasCollected = error instanceof LogError && error.code === "LOG_MOVED";
      if (!wasCollected || tries === MAX_TRIES) throw error;
    }
  }
}
