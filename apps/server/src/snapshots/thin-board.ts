import { CannotSaveError, LogError, type RoomHubApi } from "@hefboom/sync";

import type { CollectDeps } from "./collect-board.ts";

/** Where history weighs so much more than the rest, in structs of about 200 bytes in memory, it is left out. */
const PAST_MIN = 20_000;

export function isMostlyHistory({ past, rest }: { past: number; rest: number }): boolean {
  return past > Math.max(PAST_MIN, rest);
}

/**
 * Leaves out of a board's log and memory what was overwritten, while people are on it. They go on with what they have;
 * only who is further behind than the last hundred entries fetches the board anew. When somebody else collects the board
 * meanwhile, nothing of it happens.
 * @throws {LogError} LOG_FULL, LOG_DAMAGED, LOG_MISSING
 */
export async function thinBoard(
  { log, worker, hub }: CollectDeps & { hub: RoomHubApi },
  boardId: string,
): Promise<void> {
  const room = await hub.room(boardId);
  try {
    await room.markThinning();
  } catch (error) {
    if (error instanceof CannotSaveError) return; // told by the room, or the server stops
    throw error;
  }
  const packed = await log.packed(boardId);
  const thin = await worker.run("thin", boardId, packed);
  if (thin === undefined) return;
  try {
    await log.rewrite(boardId, { upTo: packed.head, epoch: thin.epoch, parts: thin.parts });
  } catch (error) {
    if (error instanceof LogError && error.code === "LOG_MOVED") return;
    throw error;
  }
  await room.takeThinned();
}
