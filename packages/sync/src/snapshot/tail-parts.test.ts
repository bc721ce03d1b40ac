import { expect, it } from "vitest";
import * as Y from "yjs";

import { tailParts } from "./tail-parts.ts";

it("brings a replica as far as the log's entries would, with nothing pending in between", () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update) => updates.push(update));
  const text = doc.getText("t");
  for (let n = 0; n < 700; n += 1) {
    if (n % 3 === 2) text.delete(0, 1);
    else text.insert(0, `${n}`);
  }
  const replica = new Y.Doc();

  const waits = tailParts(updates).map((part) => {
    Y.applyUpdateV2(replica, part);
    return replica.store.pendingStructs ?? replica.store.pendingDs;
  });

  expect(new Set(waits)).toEqual(new Set([null]));
  expect(replica.getText("t").toString()).toBe(text.toString());
});

it("makes no part of no entries", () => {
  expect(tailParts([])).toEqual([]);
});
