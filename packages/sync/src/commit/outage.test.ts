import { textsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { encodeCommands, encodePresence, encodeSync } from "@hefboom/contract/messages";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";

import { LogError } from "../board-log.ts";
import { openTestRoom } from "../testing/index.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const OWN = { kind: "own", since: undefined } as const;

/** A room whose disk has just been found full, by a command of somebody else. */
async function fullDisk() {
  const opened = await openTestRoom();
  const { room, log } = opened;
  const author = anActor();
  const create = aCreate({ text: "eerst" });
  await room.submit(author, [create]);
  await vi.advanceTimersByTimeAsync(10);
  const append = vi.spyOn(log, "append");
  log.failure = new LogError("LOG_FULL", "disk full");
  await room.submit(anActor(), [aCreate()]);
  await vi.advanceTimersByTimeAsync(10);
  append.mockClear();
  return { ...opened, author, cardId: create.cardId, append };
}

it("answers commands at once, and does not touch the disk for them", async () => {
  const { connect, append } = await fullDisk();
  const { socket, connection } = await connect(anActor(), OWN);
  const create = aCreate();

  connection.receive(encodeCommands([create]));

  expect(socket.answers).toEqual([{ id: create.id, refused: "cannot-save" }]);
  expect(append).not.toHaveBeenCalled();
  expect(socket.closedWith).toBeUndefined();
});

it("closes a stock socket for what it writes, and for nothing else", async () => {
  const { room, connect, author, cardId } = await fullDisk();
  const [writer, reader] = [await connect(author), await connect(anActor())];
  const replica = new Y.Doc();
  Y.applyUpdateV2(replica, (await room.state()).update);
  const before = Y.encodeStateVector(replica);
  textsOf(replica).get(cardId)?.insert(0, "niet ");

  reader.connection.receive(encodePresence([{ clientId: 5, clock: 1, state: { card: cardId } }]));
  writer.connection.receive(encodeSync("update", Y.encodeStateAsUpdate(replica, before)));
  await vi.advanceTimersByTimeAsync(10);

  expect([writer, reader].map(({ socket }) => socket.closedWith)).toEqual([4507, undefined]);
  expect(await room.read((doc) => textsOf(doc).get(cardId)?.toString())).toBe("eerst");
});

it("goes on until a probe was written, asked every 2 s", async () => {
  const { room, log } = await fullDisk();
  const probe = vi.spyOn(log, "probe");
  await vi.advanceTimersByTimeAsync(6_500);
  const asked = probe.mock.calls.length;
  log.failure = undefined;
  const before = await room.submit(anActor(), [aCreate()]);
  await vi.advanceTimersByTimeAsync(2_000);

  const after = await room.submit(anActor(), [aCreate()]);

  expect(asked).toBe(3);
  expect(before).toMatchObject([{ refused: "cannot-save" }]);
  expect(after).toMatchObject([{ saved: true }]);
});
