import type { BoardLog } from "@hefboom/sync";
import * as Y from "yjs";

/** Rewrites a board's log as what is on the board now, without what once was. */
export async function collectLog(log: BoardLog, boardId: string): Promise<void> {
  const { snapshot, updates, head, epoch } = await log.load(boardId);
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const part of snapshot?.parts ?? []) Y.applyUpdateV2(doc, part);
    for (const { update } of updates) Y.applyUpdate(doc, update);
  });
  await log.rewrite(boardId, { upTo: head, epoch, parts: [Y.encodeStateAsUpdateV2(doc)] });
  doc.destroy();
}
