import { expect, it } from "vitest";

import { IdbOutboxStore } from "./outbox-store.ts";

it("says so when storage is denied", async () => {
  const store = new IdbOutboxStore({ boardId: "b", personId: "p", pageId: "1" }); // jsdom has no IndexedDB
  const writing = store.update((stored) => ({ ...stored, ...EMPTY }));

  await expect(writing).rejects.toThrow();
});

const EMPTY = { pending: [], drawer: [], ownCardIds: [], edits: [], pages: {} };
