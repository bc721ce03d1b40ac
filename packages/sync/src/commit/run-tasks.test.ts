import { cardsOf, textsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { openTestRoom } from "../testing/index.ts";

/** A clock that goes on by so many ms each time somebody looks at it. */
function clockOf(stepMs: number): () => number {
  let now = 0;
  return () => {
    now += stepMs;
    return now;
  };
}

async function seenCards(elapsed: () => number, lists: number) {
  const { room, connect } = await openTestRoom({}, {}, { elapsed });
  const watcher = await connect(anActor(), { kind: "own", since: undefined });
  const before = watcher.socket.updates.length;

  const answers = await Promise.all(
    Array.from({ length: lists }, () => room.submit(anActor(), [aCreate(), aCreate()])),
  );

  const cards = await room.read((doc) => cardsOf(doc).size);
  return { answers: answers.flat(), cards, batches: watcher.socket.updates.length - before };
}

it("ends a batch after 25 ms of judging, and does the rest in the next ones", async () => {
  const { answers, cards, batches } = await seenCards(clockOf(10), 12);

  expect(answers.every((answer) => "saved" in answer)).toBe(true);
  expect(cards).toBe(24);
  expect(batches).toBe(4); // the clock is read once at the begin and after each task: three fit
});

it("does all that fits in one batch", async () => {
  const { batches, cards } = await seenCards(clockOf(0), 12);

  expect([batches, cards]).toEqual([1, 24]);
});

it("does one task at least, however long it takes", async () => {
  const { batches, cards } = await seenCards(clockOf(1_000), 3);

  expect([batches, cards]).toEqual([3, 6]);
});

it("keeps the server's clientID when letters and commands come in one batch", async () => {
  const { room } = await openTestRoom();
  const actor = anActor();
  const create = aCreate();
  await room.submit(actor, [create]);
  const replica = new Y.Doc();
  Y.applyUpdateV2(replica, (await room.state()).update);
  const letters: Uint8Array[] = [];
  replica.on("update", (update: Uint8Array) => letters.push(update));
  for (let n = 0; n < 20; n += 1) textsOf(replica).get(create.cardId)?.insert(0, "a");
  const clientsOf = () => room.read(({ clientID, store }) => [clientID, store.clients.size]);
  const [serverId, clients = 0] = await clientsOf();

  for (const [n, update] of letters.entries()) {
    const id = `move${n}`.padEnd(20, "x");
    const place = { op: "place", id, cardId: create.cardId, lever: "h01", x: n };
    await Promise.all([room.textEdit(actor, update), room.submit(actor, [place])]);
  }

  expect(await clientsOf()).toEqual([serverId, clients + 1]);
});
