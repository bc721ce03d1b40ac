import * as Y from "yjs";

import { LogError, type StoredLog, type StoredUpdate } from "../board-log.ts";
import { inSlices } from "./in-slices.ts";

/**
 * The document of a stored board, read in slices that hold nobody up.
 * @throws {LogError} LOG_DAMAGED, naming the board
 */
export function loadDocument(boardId: string, stored: StoredLog): Promise<Y.Doc> {
  return readSoundly(boardId, async () => {
    const doc = new Y.Doc();
    const parts = (stored.snapshot?.parts ?? []).map((part) => () => Y.applyUpdateV2(doc, part));
    await inSlices([...parts, ...steps(doc, stored.updates)], (work) => doc.transact(work));
    return doc;
  });
}

/** Applies updates in slices that hold nobody up. */
export async function applyUpdates(doc: Y.Doc, updates: readonly StoredUpdate[]): Promise<void> {
  await inSlices(steps(doc, updates), (work) => doc.transact(work));
}

/**
 * What `read` makes of a stored board.
 * @throws {LogError} LOG_DAMAGED, naming the board, when it throws or leaves gaps
 */
export async function readSoundly<Doc extends Y.Doc | undefined>(
  boardId: string,
  read: () => Promise<Doc>,
): Promise<Doc> {
  let doc: Doc;
  try {
    doc = await read();
  } catch (cause) {
    if (cause instanceof LogError) throw cause;
    throw new LogError("LOG_DAMAGED", `board ${boardId} cannot be read`, { cause });
  }
  if (doc !== undefined && hasGaps(doc)) {
    throw new LogError("LOG_DAMAGED", `board ${boardId} has gaps`);
  }
  return doc;
}

export function hasGaps({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

function steps(doc: Y.Doc, updates: readonly StoredUpdate[]): (() => void)[] {
  return updates.map(
    ({ update }) =>
      () =>
        Y.applyUpdate(doc, update),
  );
}
