import { cardsOf, placesOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { encodeSync } from "@hefboom/contract/messages";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { loadThinned } from "../../snapshot/load-thinned.ts";
import { snapshotParts } from "../../snapshot/snapshot-parts.ts";
import { historyShare } from "../../snapshot/thin-history.ts";
import { anEntry, openTestRoom, type TestConnection } from "../../testing/index.ts";

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A room with a card that was moved many times. */
async function openMovedRoom() {
  const opened = await openTestRoom();
  const { boardId, log, room } = opened;
  const actor = anActor();
  const create = aCreate();
  let moves = 0;
  const move = async (times: number) => {
    for (let n = 0; n < times; n += 1) {
      moves += 1;
      const id = `move${moves}`.padEnd(20, "x");
      await room.submit(actor, [
        { op: "place", id, cardId: create.cardId, lever: "h01", x: moves },
      ]);
    }
  };
  await room.submit(actor, [create]);
  await move(300);
  return {
    ...opened,
    actor,
    move,
    cardId: create.cardId,
    xOf: (doc: Y.Doc) => placesOf(doc).get(create.cardId)?.x,
    moves: () => moves,
    /** As the server does it, with what happens `meanwhile`. */
    thin: async (meanwhile = () => Promise.resolve()) => {
      await room.markThinning();
      await meanwhile();
      const stored = await log.load(boardId);
      const doc = await loadThinned(boardId, stored);
      if (doc === undefined) throw new Error("there is no mark in the tail");
      await meanwhile();
      await log.rewrite(boardId, { upTo: stored.head, epoch: 1, parts: snapshotParts(doc) });
      await meanwhile();
      await room.takeThinned();
    },
  };
}

/** What a client holds that had `start` and then took what it was sent. */
function replicaOf({ socket }: TestConnection, start?: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  if (start !== undefined) Y.applyUpdate(doc, start);
  for (const update of socket.updates) Y.applyUpdate(doc, update);
  return doc;
}

it("leaves out what was overwritten, and who is on the board goes on", async () => {
  const { room, connect, actor, move, thin, xOf, moves } = await openMovedRoom();
  const own = await connect(anActor(), { kind: "own", since: undefined });
  const stock = await connect(anActor());
  stock.connection.receive(encodeSync("step1", Y.encodeStateVector(new Y.Doc())));
  await settled();

  await thin(() => move(3));
  const share = await room.read(historyShare);
  await move(2);
  await room.submit(actor, [aCreate({ text: "na afloop" })]);

  expect(share.past).toBeLessThan(15);
  for (const doc of [replicaOf(own), replicaOf(stock)]) {
    expect(xOf(doc)).toBe(moves());
    expect(cardsOf(doc).size).toBe(2);
    expect(doc.store.pendingStructs).toBeNull();
  }
  expect([own.socket.closedWith, stock.socket.closedWith]).toEqual([undefined, undefined]);
});

it("goes on under the same clientID, so that thinning uses none up", async () => {
  const { room, move, thin } = await openMovedRoom();
  const before = await room.read(({ clientID }) => clientID);

  await thin();
  await move(1);

  expect(await room.read(({ clientID, store }) => [clientID, store.clients.size])).toEqual([
    before,
    2,
  ]);
});

it("brings a replica up to date that is as new as the mark or lately was, and turns an older one away", async () => {
  const { room, connect, move, thin, xOf, moves } = await openMovedRoom();
  const old = await room.state();
  await move(150);
  const late = await room.state();
  await thin();
  await move(1);
  const current = await room.state();
  await move(150);
  const since = ({ seq }: { seq: number }) => ({ kind: "own", since: { epoch: 1, seq } }) as const;

  const fromOld = await connect(anActor(), since(old));
  const fromLate = await connect(anActor(), since(late));
  const fromCurrent = await connect(anActor(), since(current));
  const fromNothing = await connect(anActor(), { kind: "own", since: undefined });

  const closedWith = [fromOld, fromLate].map(({ socket }) => socket.closedWith);
  expect(closedWith).toEqual([4410, 4410]);
  const start = Y.convertUpdateFormatV2ToV1(current.update);
  expect(xOf(replicaOf(fromCurrent, start))).toBe(moves());
  expect(xOf(replicaOf(fromNothing))).toBe(moves());
});

it("goes on from the tail it has, where that reaches back to before the mark", async () => {
  const { room, connect, move, thin, xOf, moves } = await openMovedRoom();
  const late = await room.state();
  await move(5);
  await thin();

  const back = await connect(anActor(), { kind: "own", since: { epoch: 1, seq: late.seq } });

  const start = Y.convertUpdateFormatV2ToV1(late.update);
  expect(xOf(replicaOf(back, start))).toBe(moves());
});

it("closes a stock replica 4410 that lacks the mark, and none that has it or has nothing", async () => {
  const { room, connect, move, thin, xOf, moves } = await openMovedRoom();
  const replicas = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const [old, current, typing] = replicas as [Y.Doc, Y.Doc, Y.Doc];
  Y.applyUpdateV2(old, (await room.state()).update);
  await thin();
  Y.applyUpdateV2(current, (await room.state()).update);
  typing.getMap("mine").set("a", 1); // something of its own, and nothing of the board
  await move(1);

  const sockets = await Promise.all(
    replicas.map(async (doc) => {
      const connected = await connect(anActor());
      connected.connection.receive(encodeSync("step1", Y.encodeStateVector(doc)));
      await settled();
      for (const update of connected.socket.updates) Y.applyUpdate(doc, update);
      return connected.socket;
    }),
  );

  expect(sockets.map(({ closedWith }) => closedWith)).toEqual([4410, undefined, undefined]);
  expect([current, typing].map(xOf)).toEqual([moves(), moves()]);
});

it("E05 sends those away whose node has seen none of it while another one thinned the board", async () => {
  const { boardId, log, connect, openAgain, move, thin } = await openMovedRoom();
  const other = await openAgain();
  const client = await connect(anActor(), { kind: "own", since: undefined }, undefined, other);
  await move(120);
  await thin();
  await move(1);

  await other.submit(anActor(), [aCreate()]);

  expect(client.socket.closedWith).toBe(4410);
  expect((await log.load(boardId)).snapshot).toBeDefined();
  expect(await other.read((doc) => cardsOf(doc).size)).toBe(2);
});

it("stays as it is when nobody wrote the mark", async () => {
  const { boardId, log } = await openTestRoom();
  await log.append(boardId, 1, anEntry({ update: Y.encodeStateAsUpdate(new Y.Doc()) }));

  expect(await loadThinned(boardId, await log.load(boardId))).toBeUndefined();
});

it("lets everybody in who waits behind a thinned document that is too old to go on with", async () => {
  const { room, log, connect, move, thin, troubles } = await openMovedRoom();
  const commit = Promise.withResolvers<void>();
  const load = log.load.bind(log);
  let loads = 0;
  log.load = async (id) => {
    loads += 1;
    const stored = await load(id);
    if (loads < 2) return stored;
    log.load = load;
    await move(120); // more than a tail keeps, while the board is read
    log.beforeAppend = () => commit.promise;
    void move(1); // a commit is in flight when the document comes
    while (log.beforeAppend !== undefined) await settled();
    return stored;
  };

  const thinning = thin();
  while (loads < 2 || log.beforeAppend !== undefined || log.load !== load) await settled();
  await settled();
  const reading = room.read((doc) => cardsOf(doc).size);
  const entering = connect(anActor(), { kind: "own", since: undefined });
  commit.resolve();
  await thinning;

  expect(await reading).toBe(1);
  expect((await entering).socket.closedWith).toBeUndefined();
  expect(troubles).toEqual([]);
});

it("E05 says how far the board is to who comes after others were sent away", async () => {
  const { openAgain, connect, cardId, move, thin, room } = await openMovedRoom();
  const other = await openAgain();
  await move(120);
  await thin();
  await other.submit(anActor(), [{ op: "delete", id: "d".repeat(20), cardId }]); // refused, and stores nothing
  const client = await connect(anActor(), { kind: "own", since: undefined }, undefined, other);

  other.heartbeat();

  const { seq } = await room.state();
  expect(client.socket.received.filter(({ type }) => type === "reached")).toEqual([
    { type: "reached", epoch: 1, seq },
    { type: "reached", epoch: 1, seq },
  ]);
});
