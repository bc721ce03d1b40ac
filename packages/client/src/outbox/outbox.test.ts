import { aCreate } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { Outbox } from "./outbox.ts";
import type { Failure } from "./state/alone.ts";
import { withChanges } from "./state/change-outbox.ts";
import { EMPTY_OUTBOX, type OutboxState, type PendingCommand } from "./state/outbox-state.ts";
import { frozenWhileUnsigned } from "./state/page-signs.ts";

const create = aCreate({ lever: "h01" });
const place = { op: "place", id: "p".repeat(20), cardId: create.cardId, lever: "h02" } as const;

function anOutbox() {
  return new Outbox("a", {
    onCard: () => undefined,
    onDrawer: () => undefined,
    onSavedElsewhere: () => undefined,
    onChange: () => undefined,
  });
}
const storedWith = (changes: Partial<PendingCommand> = {}): OutboxState => ({
  ...EMPTY_OUTBOX,
  pending: [{ command: create, page: "a", isAttempted: false, isHeld: false, ...changes }],
});
const failure = (changes: Partial<Failure> = {}): Failure => ({
  seen: undefined,
  isUnconfirmed: false,
  isGone: () => false,
  ...changes,
});
const sendable = (outbox: Outbox) =>
  outbox.entries.filter((entry) => outbox.isSafeToSend(entry)).map(({ command }) => command);

it("sends nothing that storage does not hold as sent, while storage works", () => {
  const outbox = anOutbox();
  outbox.add(create);
  const unstored = sendable(outbox);
  outbox.written(storedWith(), 1);
  const stored = sendable(outbox);
  outbox.written(storedWith({ isAttempted: true }), 0);

  expect([unstored, stored]).toEqual([[], []]);
  expect(sendable(outbox)).toEqual([create]);
});

it("sends what it made itself when storage fails, altered as often as it likes", () => {
  const outbox = anOutbox();
  outbox.notWritten(0, failure());
  outbox.add(create);
  outbox.add(place);

  expect(sendable(outbox)).toMatchObject([{ op: "create", lever: "h02" }]);
});

it("leaves what storage holds as it is, whose changes then are commands of their own", () => {
  const outbox = anOutbox();
  outbox.written(storedWith(), 0);
  outbox.add(place);
  const before = outbox.entries.map(({ command }) => command);
  outbox.notWritten(1, failure({ seen: storedWith() }));

  expect(before).toMatchObject([{ op: "create", lever: "h02" }]);
  expect(sendable(outbox)).toEqual([create, place]);
});

it("waits with a card of which storage may hold either version, and with no other", () => {
  const outbox = anOutbox();
  outbox.written(storedWith(), 0);
  outbox.add(place);
  const other = aCreate();
  outbox.add(other);
  outbox.notWritten(2, failure({ seen: storedWith(), isUnconfirmed: true }));
  const inDoubt = sendable(outbox);
  outbox.notWritten(0, failure());
  const stillInDoubt = sendable(outbox);
  outbox.notWritten(0, failure({ seen: storedWith() }));

  expect([inDoubt, stillInDoubt]).toEqual([[other], [other]]);
  expect(sendable(outbox)).toEqual([create, place, other]);
});

it("sends of another page only what that one can no longer alter", () => {
  const outbox = anOutbox();
  const seen = storedWith({ page: "b" });
  outbox.notWritten(0, failure({ seen }));
  const alive = sendable(outbox);
  outbox.notWritten(0, failure({ seen, isGone: (page) => page === "b" }));

  expect(alive).toEqual([]);
  expect(sendable(outbox)).toEqual([create]);
});

it("alters nothing that others may have sent while it gave no sign of life", () => {
  const asleep = anOutbox();
  asleep.written({ ...storedWith(), pages: { a: 7_000 } }, 0);
  asleep.add(place);
  const awake = frozenWhileUnsigned(
    { ...storedWith(), pages: { a: 7_000 } },
    { page: "a", now: () => 10_000 },
  );

  asleep.written(withChanges(awake, asleep.unwritten), asleep.unwritten.length);

  expect(asleep.entries.map(({ command }) => command)).toEqual([create, place]);
});
