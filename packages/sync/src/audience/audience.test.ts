import { cardsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { encodeCommands, encodePresence, encodeReached } from "@hefboom/contract/messages";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";

import { type FakeSocket, openTestRoom, type TestRoom } from "../testing/index.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const OWN = { kind: "own", since: undefined } as const;
const COARSE = { ...OWN, isCoarse: true } as const;

/** What a client holds after all it was sent; fails on a gap. */
function cardsIn(socket: FakeSocket): number {
  const doc = new Y.Doc();
  for (const update of socket.updates) Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs).toBeNull();
  return cardsOf(doc).size;
}

const kindsOf = (write: FakeSocket["writes"][number] | undefined) => write?.map(({ type }) => type);

/** Stores `count` cards, one batch each. */
async function store(room: TestRoom["room"], count: number): Promise<void> {
  for (let card = 0; card < count; card += 1) {
    const stored = room.submit(anActor(), [aCreate()]);
    await vi.advanceTimersByTimeAsync(5);
    await stored;
  }
}

it("writes a batch once to each socket: one buffer for all of a kind, its seq with it for our own", async () => {
  const { room, connect } = await openTestRoom();
  const [stock, own, other] = [
    await connect(anActor()),
    await connect(anActor(), OWN),
    await connect(anActor(), OWN),
  ];
  await vi.advanceTimersByTimeAsync(1_000);
  const writesBefore = [stock, own, other].map(({ socket }) => socket.writes.length);

  await store(room, 1);

  expect([stock, own, other].map(({ socket }) => socket.writes.length)).toEqual(
    writesBefore.map((count) => count + 1),
  );
  expect(kindsOf(stock.socket.writes.at(-1))).toEqual(["sync-update"]);
  expect(kindsOf(own.socket.writes.at(-1))).toEqual(["sync-update", "reached"]);
  expect(own.socket.packets.at(-1)).toBe(other.socket.packets.at(-1));
});

it("puts all answers to a socket into the write that shows what they are about", async () => {
  const { connect } = await openTestRoom();
  const { socket, connection } = await connect(anActor(), OWN);
  const creates = [aCreate(), aCreate()] as const;

  for (const create of creates) connection.receive(encodeCommands([create]));
  await vi.advanceTimersByTimeAsync(5);

  expect(kindsOf(socket.writes.at(-1))).toEqual(["sync-update", "reached", "commands"]);
  expect(socket.answers).toEqual(creates.map(({ id }) => ({ id, saved: true })));
});

it("answers what changed nothing, too", async () => {
  const { connect } = await openTestRoom();
  const { socket, connection } = await connect(anActor(), OWN);
  const create = aCreate({ lever: "nowhere" });

  connection.receive(encodeCommands([create]));
  await vi.advanceTimersByTimeAsync(5);

  expect(socket.answers).toEqual([{ id: create.id, refused: "not-found" }]);
});

it("gives a phone what was stored at once when it was quiet, and then several batches together", async () => {
  const { room, connect } = await openTestRoom();
  const { socket } = await connect(anActor(), COARSE);
  const before = socket.writes.length;

  await store(room, 4);
  const first = socket.writes.slice(before);
  await vi.advanceTimersByTimeAsync(200);
  const second = socket.writes.slice(before + first.length);

  expect(first.map(kindsOf)).toEqual([["sync-update", "reached"]]);
  expect(second.map(kindsOf)).toEqual([["sync-update", "sync-update", "sync-update", "reached"]]);
  expect(cardsIn(socket)).toBe(4);
});

it("gives a phone what it lacks before the answer to its own command", async () => {
  const { room, connect } = await openTestRoom();
  const { socket, connection } = await connect(anActor(), COARSE);
  await store(room, 3);
  const before = socket.writes.length;

  connection.receive(encodeCommands([aCreate()]));
  await vi.advanceTimersByTimeAsync(5);
  const withAnswer = socket.writes.slice(before);
  await vi.advanceTimersByTimeAsync(1_000);

  expect(withAnswer.map(kindsOf)).toEqual([
    ["sync-update", "sync-update", "sync-update", "reached", "commands"],
  ]);
  expect(socket.writes.length).toBe(before + 1); // nothing comes twice
  expect(cardsIn(socket)).toBe(4);
});

it("answers a sign of life with what a client lacks and the seq reached", async () => {
  const { room, connect } = await openTestRoom();
  const [own, phone, stock] = [
    await connect(anActor(), OWN),
    await connect(anActor(), COARSE),
    await connect(anActor()),
  ];
  await store(room, 2);
  const before = [own, phone, stock].map(({ socket }) => socket.received.length);

  for (const { connection } of [own, phone, stock]) connection.receive(encodeReached(1, 1));

  const said = [own, phone, stock].map(({ socket }, index) =>
    kindsOf(socket.received.slice(before[index])),
  );
  const { seq } = await room.state();
  expect(said).toEqual([["reached"], ["sync-update", "reached"], []]);
  expect(own.socket.received.at(-1)).toMatchObject({ type: "reached", seq });
  expect(phone.socket.received.at(-1)).toMatchObject({ type: "reached", seq });
});

it("gives a reader that is behind nothing, and then one difference: nothing lost, nothing doubled", async () => {
  const { room, connect } = await openTestRoom({}, { readerBytes: 500 });
  const { socket, connection } = await connect(anActor(), OWN);
  connection.drained();
  await store(room, 1);
  socket.isStuck = true;
  await store(room, 20);
  const queued = socket.queuedBytes;
  const writesBefore = socket.writes.length;
  await store(room, 20);
  const writesBehind = socket.writes.length - writesBefore;

  Object.assign(socket, { isStuck: false, queuedBytes: 0 });
  connection.drained();
  await vi.advanceTimersByTimeAsync(5);
  const [caughtUp, presence] = socket.writes.slice(writesBefore);
  await store(room, 1);

  expect(queued).toBeLessThan(2_000);
  expect(writesBehind).toBe(0);
  expect(kindsOf(caughtUp)).toEqual(["sync-update", "reached"]);
  expect(kindsOf(presence)).toEqual(["presence"]);
  expect(cardsIn(socket)).toBe(42);
});

it("keeps a slow reader's answers until it has what they are about", async () => {
  const { room, connect } = await openTestRoom({}, { readerBytes: 500 });
  const { socket, connection } = await connect(anActor(), OWN);
  connection.drained();
  socket.isStuck = true;
  await store(room, 10);
  const create = aCreate();

  connection.receive(encodeCommands([create]));
  await vi.advanceTimersByTimeAsync(5);
  const before = [...socket.answers];
  Object.assign(socket, { isStuck: false, queuedBytes: 0 });
  connection.drained();
  await vi.advanceTimersByTimeAsync(5);

  expect(before).toEqual([]);
  expect(socket.answers).toEqual([{ id: create.id, saved: true }]);
  expect(cardsIn(socket)).toBe(11);
});

it("ends a reader that does not read for 20 s, and none that makes headway", async () => {
  const { connect } = await openTestRoom({}, { readerBytes: 100 });
  const [stuck, slow] = [await connect(anActor(), OWN), await connect(anActor(), OWN)];
  stuck.socket.queuedBytes = 10_000;
  slow.socket.queuedBytes = 10_000;
  stuck.connection.receive(encodeReached(1, 1));
  slow.connection.receive(encodeReached(1, 1));

  for (let second = 0; second < 22; second += 1) {
    slow.socket.queuedBytes -= 40;
    await vi.advanceTimersByTimeAsync(1_000);
  }

  expect([stuck.socket.closedWith, slow.socket.closedWith]).toEqual([4508, undefined]);
});

it("does not hold a large board against who is still reading it", async () => {
  const { room, connect } = await openTestRoom({}, { readerBytes: 100 });
  const reader = await connect(anActor(), OWN);
  reader.socket.queuedBytes = 5_000;
  await store(room, 3);
  const before = reader.socket.closedWith;

  reader.socket.queuedBytes = 0;
  reader.connection.drained();
  await vi.advanceTimersByTimeAsync(5);

  expect(before).toBeUndefined();
  expect(cardsIn(reader.socket)).toBe(3);
});

it("tells a phone who is here and which card they edit, but no cursors", async () => {
  const { connect } = await openTestRoom();
  const [phone, laptop, ann] = [
    await connect(anActor(), COARSE),
    await connect(anActor(), OWN),
    await connect(anActor()),
  ];
  const say = (clock: number, state: Record<string, unknown>) =>
    ann.connection.receive(encodePresence([{ clientId: 7, clock, state }]));

  say(1, { cursor: { x: 1, y: 2 } });
  await vi.advanceTimersByTimeAsync(50);
  const before = [phone, laptop].map(({ socket }) => socket.writes.length);
  say(2, { cursor: { x: 5, y: 2 } });
  await vi.advanceTimersByTimeAsync(50);

  const states = ({ socket }: typeof phone) =>
    socket.received.flatMap((message) =>
      message.type === "presence"
        ? message.entries.filter(({ clientId }) => clientId === 7).map(({ state }) => state)
        : [],
    );
  expect([phone, laptop].map(({ socket }, at) => socket.writes.length - (before[at] ?? 0))).toEqual(
    [0, 1],
  );
  expect(states(phone).every((state) => state !== null && !("cursor" in state))).toBe(true);
  expect(states(laptop).at(-1)).toMatchObject({ cursor: { x: 5, y: 2 } });
});
