import { aCreate } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { adding, attempting, discarding, type OutboxChange, settling } from "./change-outbox.ts";
import { EMPTY_OUTBOX, type OutboxState } from "./outbox-state.ts";

const create = aCreate();
const place = { op: "place", id: "p".repeat(20), cardId: create.cardId, lever: "h02" } as const;
const entry = (command: typeof create | typeof place) => ({
  command,
  page: "a",
  isAttempted: false,
  isHeld: false,
});
const after = (state: OutboxState, changes: readonly OutboxChange[]) =>
  changes.reduce((before, change) => change(before), state);

it.each([
  ["added", [adding(entry(create))]],
  ["changed unsent", [adding(entry(create)), adding(entry(place))]],
  ["sent", [adding(entry(create)), attempting(new Set([create.id])), adding(entry(place))]],
  ["saved", [adding(entry(create)), settling(create.id, undefined)]],
  ["refused", [adding(entry(create)), settling(create.id, "locked")]],
  ["thrown away", [adding(entry(create)), settling(create.id, "locked"), discarding(create.id)]],
])("is the same when what was %s is written twice", (_how, changes) => {
  const once = after(EMPTY_OUTBOX, changes);

  expect(after(once, changes)).toEqual(once);
});

it("puts a refused card with its newest words into the drawer, and nothing that followed", () => {
  const rewrite = { op: "rewrite", id: "r".repeat(20), cardId: create.cardId, text: "nieuw" };
  const changes = [
    adding(entry(create)),
    attempting(new Set([create.id])),
    adding(entry(place)),
    adding({ ...entry(place), command: { ...rewrite, op: "rewrite" } }),
    settling(create.id, "stopped"),
  ];

  const { pending, drawer } = after(EMPTY_OUTBOX, changes);

  expect(pending).toEqual([]);
  expect(drawer).toMatchObject([{ id: create.id, refused: "stopped", text: "nieuw" }]);
});
