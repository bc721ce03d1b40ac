import { type BoardLog, LogError } from "@hefboom/sync";

import type { PackedBoards } from "./packed-log.ts";
import type { SnapshotWorker } from "./snapshot-worker.ts";

export interface CollectDeps {
  log: BoardLog & PackedBoards;
  worker: SnapshotWorker;
}

/** How often it is done again because somebody else collected the board meanwhile. */
const MAX_TRIES = 5;

/**
 * Rewrites a board's log as what is on the board now, without what once was; the work is done beside the event loop.
 * @throws {LogError} LOG_FULL, LOG_DAMAGED, LOG_MISSING
 */
export async function collectBoard(deps: CollectDeps, boardId: string): Promise<void> {
  const { log, worker } = deps;
  for (let tries = 1; ; tries += 1) {
    const packed = await log.packed(boardId);
    const { epoch, parts } = await worker.run("collect", boardId, packed);
    try {
      return await log.rewrite(boardId, { upTo: packed.head, epoch, parts });
    } catch (error) {
      const wasCollected = error instanceof LogError && error.code === "LOG_MOVED";
      if (!wasCollected || tries === MAX_TRIES) throw error;
    }
  }
}
