import { expect, it } from "vitest";

import { IdbOutboxStore, mergeOutboxes } from "./outbox-store.ts";

const place = (id: string) => ({ op: "place" as const, id, cardId: "c".repeat(20), lever: "h01" });

it("keeps every command of two pages once", () => {
  const first = { pending: [place("a"), place("b")], drawer: [], ownCardIds: ["x"] };
  const second = { pending: [place("b"), place("c")], drawer: [], ownCardIds: ["x", "y"] };

  const merged = mergeOutboxes([first, second]);

  expect(merged.pending.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(merged.ownCardIds).toEqual(["x", "y"]);
});

it("starts empty when storage is denied", async () => {
  const store = new IdbOutboxStore({ boardId: "b", personId: "p", pageId: "1" }); // jsdom has no IndexedDB

  expect(await store.load()).toBeUndefined();
});
