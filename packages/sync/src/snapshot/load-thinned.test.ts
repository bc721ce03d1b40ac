import { expect, it } from "vitest";
import * as Y from "yjs";

import { anEntry, openTestRoom } from "../testing/index.ts";
import { loadThinned } from "./load-thinned.ts";

/** A board that may be thinned, with this update stored after the mark. */
async function markedWith(update: Uint8Array) {
  const { boardId, log, room } = await openTestRoom();
  await room.markThinning();
  await log.append(boardId, await log.head(boardId), anEntry({ update }));
  return { boardId, stored: await log.load(boardId) };
}

function updateWithGap(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("t").insert(0, "a");
  const before = Y.encodeStateVector(doc);
  doc.getText("t").insert(1, "b");
  return Y.encodeStateAsUpdate(doc, before);
}

it.each([
  ["lacks something", updateWithGap()],
  ["is no update", Uint8Array.of(9, 9, 9)],
])("refuses a board by name when an entry %s", async (_what, update) => {
  const { boardId, stored } = await markedWith(update);

  const thinning = loadThinned(boardId, stored);

  await expect(thinning).rejects.toMatchObject({ code: "LOG_DAMAGED" });
  await expect(thinning).rejects.toThrow(boardId);
});
