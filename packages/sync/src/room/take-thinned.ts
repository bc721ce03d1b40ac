import type { BoardLog } from "../board-log.ts";
import type { Committer } from "../commit/committer.ts";
import { applyUpdates, loadDocument } from "../snapshot/load-document.ts";

/**
 * Lets a room go on with the document as it lies in the log, read and brought up to date beside it, in slices: what comes
 * meanwhile is little, and the room stands still for that alone.
 */
export async function takeThinned(
  boardId: string,
  log: BoardLog,
  committer: Committer,
): Promise<void> {
  const stored = await log.load(boardId);
  const doc = await loadDocument(boardId, stored);
  const newer = await committer.read(({ tail }) => tail.after(stored.head) ?? []);
  await applyUpdates(doc, newer);
  await committer.takeDocument(doc, newer.at(-1)?.seq ?? stored.head);
}
