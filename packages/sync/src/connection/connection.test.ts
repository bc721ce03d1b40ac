import { cardsOf, newId, textsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import {
  encodeCommands,
  encodePresence,
  encodeSync,
  encodeTextEdit,
  PROTOCOL_VERSION,
} from "@hefboom/contract/messages";
import { expect, it, vi } from "vitest";
import * as Y from "yjs";

import { openTestRoom, type TestConnection } from "../testing/index.ts";

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** What a client holds after all updates it was sent. */
function replicaOf({ socket }: TestConnection): Y.Doc {
  const doc = new Y.Doc();
  for (const update of socket.updates) Y.applyUpdate(doc, update);
  return doc;
}

it("sends our own client its epoch and seq first, and then all it lacks", async () => {
  const { room, connect } = await openTestRoom();
  const create = aCreate();
  await room.submit(anActor(), [create]);

  const client = await connect(anActor(), { kind: "own", since: undefined });

  expect(client.socket.received[0]).toEqual({ type: "reached", epoch: 1, seq: 2 });
  expect(cardsOf(replicaOf(client)).has(create.cardId)).toBe(true);
  expect(PROTOCOL_VERSION).toBe(1);
});

it("sends only the tail to a client that says what it has", async () => {
  const { room, connect } = await openTestRoom();
  await room.submit(anActor(), [aCreate()]);
  const before = await room.state();
  const create = aCreate();
  await room.submit(anActor(), [create]);

  const client = await connect(anActor(), { kind: "own", since: { epoch: 1, seq: before.seq } });

  const replica = new Y.Doc();
  Y.applyUpdateV2(replica, before.update);
  for (const update of client.socket.updates) Y.applyUpdate(replica, update);
  expect(cardsOf(replica).has(create.cardId)).toBe(true);
  expect(client.socket.updates[0]?.byteLength).toBeLessThan(before.update.byteLength);
});

it("turns away a replica of another epoch, or one that is ahead of the log", async () => {
  const { connect } = await openTestRoom();

  const old = await connect(anActor(), { kind: "own", since: { epoch: 9, seq: 1 } });
  const ahead = await connect(anActor(), { kind: "own", since: { epoch: 1, seq: 99 } });

  expect([old.socket.closedWith, ahead.socket.closedWith]).toEqual([4410, 4410]);
});

it("answers commands to their sender alone, and shows what they did to all", async () => {
  const { connect } = await openTestRoom();
  const sender = await connect(anActor());
  const other = await connect(anActor(), { kind: "own", since: undefined });
  const create = aCreate();

  sender.connection.receive(encodeCommands([create, aCreate({ lever: "nowhere" })]));
  await settled();

  expect(sender.socket.answers).toMatchObject([
    { id: create.id, saved: true },
    { refused: "not-found" },
  ]);
  expect(other.socket.answers).toEqual([]);
  expect(cardsOf(replicaOf(other)).has(create.cardId)).toBe(true);
});

it("closes a stock socket 4403 for an edit it may not make, and 4400 for nonsense", async () => {
  const { room, connect } = await openTestRoom();
  const create = aCreate();
  await room.submit(anActor(), [create]);
  const thief = await connect(anActor());
  const babbler = await connect(anActor());
  const replica = new Y.Doc();
  Y.applyUpdateV2(replica, (await room.state()).update);
  const before = Y.encodeStateVector(replica);
  cardsOf(replica).delete(create.cardId);

  thief.connection.receive(encodeSync("update", Y.encodeStateAsUpdate(replica, before)));
  babbler.connection.receive(Uint8Array.of(0, 2, 200, 200));
  await settled();

  expect([thief.socket.closedWith, babbler.socket.closedWith]).toEqual([4403, 4400]);
  expect(await room.cards()).toHaveLength(1);
});

it("takes an empty second sync step from anybody, and closes a viewer that writes", async () => {
  const { room, connect } = await openTestRoom();
  const create = aCreate();
  await room.submit(anActor(), [create]);
  const viewer = await connect(anActor("viewer"));
  const replica = new Y.Doc();
  Y.applyUpdateV2(replica, (await room.state()).update);

  viewer.connection.receive(encodeSync("step2", Y.encodeStateAsUpdate(replica)));
  await settled();
  const afterEmpty = viewer.socket.closedWith;
  textsOf(replica).get(create.cardId)?.insert(0, "x");
  viewer.connection.receive(encodeSync("update", Y.encodeStateAsUpdate(replica)));
  await settled();

  expect(afterEmpty).toBeUndefined();
  expect(viewer.socket.closedWith).toBe(4403);
});

it("answers an edit of our own client by its id, and never closes for one it may not make", async () => {
  const { room, connect } = await openTestRoom();
  const create = aCreate();
  await room.submit(anActor(), [create]);
  const thief = await connect(anActor(), { kind: "own", since: undefined });
  const replica = replicaOf(thief);
  const before = Y.encodeStateVector(replica);
  textsOf(replica).get(create.cardId)?.insert(0, "x");
  const id = newId();

  thief.connection.receive(encodeTextEdit(id, Y.encodeStateAsUpdate(replica, before)));
  await settled();

  expect(thief.socket.answers).toEqual([{ id, refused: "not-allowed" }]);
  expect(thief.socket.closedWith).toBeUndefined();
});

it("tells presence under the server's names, of own entries alone, and who left", async () => {
  vi.useFakeTimers();
  const { connect } = await openTestRoom();
  const watcher = await connect(anActor());
  const [ann, bob] = [anActor(), anActor()];
  const annes = await connect(ann);
  const bobs = await connect(bob);
  const cardId = newId();
  const say = (clientId: number, state: Record<string, unknown> | null) =>
    encodePresence([{ clientId, clock: 1, state }]);

  annes.connection.receive(say(77, { card: cardId, name: "Koning", participantId: "x" }));
  await vi.advanceTimersByTimeAsync(60);
  bobs.connection.receive(say(77, { card: newId() }));
  bobs.connection.receive(say(78, { cursor: { x: 1, y: 2, z: 3 } }));
  await vi.advanceTimersByTimeAsync(60);
  annes.connection.closed();
  await vi.advanceTimersByTimeAsync(60);
  vi.useRealTimers();

  const entries = watcher.socket.received.flatMap((message) =>
    message.type === "presence" ? message.entries : [],
  );
  const statesOf = (clientId: number) =>
    entries.filter((entry) => entry.clientId === clientId).map(({ state }) => state);
  expect(statesOf(77)).toEqual([{ participantId: ann.personId, hue: 10, card: cardId }, null]);
  expect(statesOf(78)).toEqual([{ participantId: bob.personId, hue: 10, cursor: { x: 1, y: 2 } }]);
});

it("tells a count and nothing else with authors hidden", async () => {
  vi.useFakeTimers();
  const { connect } = await openTestRoom({ authors: "hidden" });
  const watcher = await connect(anActor("viewer"));
  const ann = await connect(anActor());
  ann.connection.receive(encodePresence([{ clientId: 5, clock: 1, state: { card: newId() } }]));

  await vi.advanceTimersByTimeAsync(60);
  vi.useRealTimers();

  const states = watcher.socket.received.flatMap((message) =>
    message.type === "presence" ? message.entries.map(({ state }) => state) : [],
  );
  expect(states.at(-1)).toEqual({ count: 1 });
  expect(JSON.stringify(states)).not.toContain("participantId");
});

it("closes a socket that asks for the whole board, or for everybody's presence, again and again", async () => {
  const { connect } = await openTestRoom();
  const [reader, asker, honest] = [
    await connect(anActor()),
    await connect(anActor()),
    await connect(anActor()),
  ];
  const whole = encodeSync("step1", Uint8Array.of(0));

  for (let time = 0; time < 6; time += 1) {
    reader.connection.receive(whole);
    asker.connection.receive(Uint8Array.of(3));
  }
  honest.connection.receive(whole);
  honest.connection.receive(Uint8Array.of(3));
  await settled();

  const closed = [reader, asker, honest].map(({ socket }) => socket.closedWith);
  expect(closed).toEqual([4529, 4529, undefined]);
});

it("reads the whole board once for all who have nothing, until something changes", async () => {
  const { room, connect } = await openTestRoom();
  const create = aCreate();
  const nothing = Y.encodeStateVector(new Y.Doc());
  const before = await room.difference(nothing);
  const again = await room.difference(nothing);
  await room.submit(anActor(), [create]);
  const stock = await connect(anActor());

  stock.connection.receive(encodeSync("step1", nothing));
  await settled();

  expect(again).toBe(before);
  expect(cardsOf(replicaOf(stock)).has(create.cardId)).toBe(true);
  expect(stock.socket.updates).toEqual([await room.difference(nothing)]);
});

it("takes exactly the two bytes of an update without anything for one, and closes 4400 for less", async () => {
  const { connect } = await openTestRoom();
  const updates = [[0, 0], [], [0], [1], [0, 1], [1, 0]];

  const closedWith = await Promise.all(
    updates.map(async (bytes) => {
      const { connection, socket } = await connect(anActor());
      connection.receive(encodeSync("step2", Uint8Array.from(bytes)));
      await settled();
      return socket.closedWith;
    }),
  );

  expect(closedWith).toEqual([undefined, 4400, 4400, 4400, 4400, 4400]);
});

it("tells stock clients who is here at each heartbeat, in one frame for all", async () => {
  const { room, connect } = await openTestRoom();
  const [a, b, own] = [
    await connect(anActor()),
    await connect(anActor()),
    await connect(anActor(), { kind: "own", since: undefined }),
  ];
  const before = [a, b, own].map(({ socket }) => socket.packets.length);

  room.heartbeat();

  const sent = [a, b, own].map(({ socket }, index) => socket.packets.slice(before[index]));
  expect(sent.map((list) => list.length)).toEqual([1, 1, 1]);
  expect(sent[0]?.[0]).toBe(sent[1]?.[0]);
  expect(own.socket.received.at(-1)).toMatchObject({ type: "reached" });
});

it("tells a participant who writes too fast to wait, and nobody else", async () => {
  const { room } = await openTestRoom({}, { bytesPerSecond: 10 });
  const [hasty, calm] = [anActor(), anActor()];

  const answers = await room.submit(hasty, [aCreate(), aCreate(), aCreate(), aCreate()]);
  const other = await room.submit(calm, [aCreate()]);

  expect(answers.map((answer) => ("refused" in answer ? answer.refused : "saved"))).toEqual([
    "saved",
    "saved",
    "too-fast",
    "too-fast",
  ]);
  expect(other).toMatchObject([{ saved: true }]);
});
