import * as Y from "yjs";

import type { StoredLog } from "../board-log.ts";
import { thinnedAt } from "../state/too-old.ts";
import { applyUpdates, hasGaps, loadDocument, readSoundly } from "./load-document.ts";
import { thinned } from "./thin-history.ts";

/**
 * A stored board without what was overwritten before the entry in its tail that says that it may be left out.
 * @returns `undefined` when there is no such entry in the tail
 * @throws {LogError} LOG_DAMAGED, naming the board
 */
export function loadThinned(boardId: string, stored: StoredLog): Promise<Y.Doc | undefined> {
  return readSoundly(boardId, async () => {
    const doc = await loadDocument(boardId, { ...stored, updates: [] });
    const before = thinnedAt(doc);
    const rest = [...stored.updates];
    while (thinnedAt(doc) === before) {
      const next = rest.shift();
      if (next === undefined) return undefined;
      Y.applyUpdate(doc, next.update);
    }
    if (hasGaps(doc)) return doc; // told by who reads it
    const thin = thinned(doc);
    doc.destroy();
    await applyUpdates(thin, rest);
    return thin;
  });
}
