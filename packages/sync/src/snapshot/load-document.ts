import * as Y from "yjs";

import { LogError, type StoredLog } from "../board-log.ts";
import { inSlices } from "./in-slices.ts";

/**
 * The document of a stored board, read in slices that hold nobody up.
 * @throws {LogError} LOG_DAMAGED, naming the board
 */
export async function loadDocument(boardId: string, stored: StoredLog): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const parts = (stored.snapshot?.parts ?? []).map((part) => () => Y.applyUpdateV2(doc, part));
  const tail = stored.updates.map(
    ({ update }) =>
      () =>
        Y.applyUpdate(doc, update),
  );
  try {
    await inSlices([...parts, ...tail], (work) => doc.transact(work));
  } catch (cause) {
    throw new LogError("LOG_DAMAGED", `board ${boardId} cannot be read`, { cause });
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new LogError("LOG_DAMAGED", `board ${boardId} has gaps`);
  }
  return doc;
}
