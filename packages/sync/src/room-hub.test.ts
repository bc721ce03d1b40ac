import { cardsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { encodeCommands } from "@hefboom/contract/messages";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { LogError } from "./board-log.ts";
import { UNLIMITED } from "./limits/rate-limit.ts";
import { defaultRoomLimits } from "./limits/room-limits.ts";
import { HubClosedError, RoomHub } from "./room-hub.ts";
import { FakeSocket, openTestRoom } from "./testing/index.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const isSaved = (answer: unknown) => (answer as { saved?: true }).saved === true; // as rooms answer

async function aHub() {
  const { log, boardId } = await openTestRoom();
  const load = vi.spyOn(log, "load");
  const hub = new RoomHub({
    log,
    now: Date.now,
    report: () => undefined,
    limits: defaultRoomLimits,
  });
  const connect = async () => {
    const socket = new FakeSocket();
    const actor = anActor();
    const person = { personId: actor.personId, hue: 1, isWatcher: false };
    const mode = { kind: "own", since: undefined } as const;
    const connection = await hub.connect(boardId, {
      socket,
      actor,
      person,
      limits: UNLIMITED,
      mode,
    });
    return { socket, connection };
  };
  return { hub, boardId, log, load, connect };
}

/** Somebody who writes on until they are sent away, and has begun to. */
async function connectFlooding(connect: Awaited<ReturnType<typeof aHub>>["connect"]) {
  const { socket, connection } = await connect();
  const flood = () => {
    connection.receive(encodeCommands([aCreate()]));
    if (socket.closedWith === undefined) setTimeout(flood, 0);
  };
  flood();
  await vi.advanceTimersByTimeAsync(20);
  return { socket };
}

it("opens a board once for all who come at the same time", async () => {
  const { hub, boardId, load, connect } = await aHub();

  await Promise.all([connect(), connect(), hub.room(boardId)]);

  expect(load).toHaveBeenCalledTimes(1);
});

it("closes a room a while after the last one left, and not while somebody is in it", async () => {
  const { hub, boardId, load, connect } = await aHub();
  const { connection } = await connect();
  await vi.advanceTimersByTimeAsync(300_000);
  await hub.heartbeat();
  await hub.room(boardId);
  const opensWhileUsed = load.mock.calls.length;
  connection.closed();
  await hub.heartbeat();
  await vi.advanceTimersByTimeAsync(61_000);

  await hub.heartbeat();
  await hub.room(boardId);

  expect([opensWhileUsed, load.mock.calls.length]).toEqual([1, 2]);
});

it("stores what it took in before it says restart, and lets nobody in any more", async () => {
  const { hub, connect } = await aHub();
  const { socket, connection } = await connect();
  const create = aCreate();
  connection.receive(encodeCommands([create]));

  const disposed = hub[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(1_000);
  await disposed;
  connection.receive(encodeCommands([aCreate()]));

  expect(socket.answers).toEqual([{ id: create.id, saved: true }]);
  expect(socket.closedWith).toBe(1012);
  await expect(connect()).rejects.toThrow(HubClosedError);
});

it("stops though clients go on writing", async () => {
  const { hub, connect } = await aHub();
  const { socket } = await connectFlooding(connect);

  const disposed = hub[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(1_000);
  await disposed;

  expect(socket.closedWith).toBe(1012);
  expect(socket.answers.length).toBeGreaterThan(0);
});

it("renews a board though clients go on writing, and opens it again only when the old room is done", async () => {
  const { hub, boardId, load, connect } = await aHub();
  const { socket } = await connectFlooding(connect);

  const renewed = hub.renew(boardId);
  await vi.advanceTimersByTimeAsync(0);
  const again = hub.room(boardId);
  await vi.advanceTimersByTimeAsync(1_000);
  await renewed;

  expect(socket.closedWith).toBe(4410);
  const cards = await (await again).read((doc) => cardsOf(doc).size);
  expect(cards).toBe(socket.answers.filter((answer) => isSaved(answer)).length);
  expect(load).toHaveBeenCalledTimes(2);
});

it("drops and renews a board that cannot be opened without a word: who opened it was told", async () => {
  const { hub, boardId, load } = await aHub();
  load.mockImplementation(async () => {
    throw new LogError("LOG_MISSING", "gone");
  });
  const opening = expect(hub.room(boardId)).rejects.toThrow(LogError);

  const done = Promise.all([
    hub.drop(boardId),
    hub.renew(boardId),
    hub.closeSockets(boardId, () => true),
  ]);

  await expect(done).resolves.toBeDefined();
  await opening;
});

it("gives signs of life while another board is being opened", async () => {
  const { hub, log, load, connect } = await aHub();
  const { socket } = await connect();
  await vi.advanceTimersByTimeAsync(100);
  const before = socket.writes.length;
  const forever = new Promise<never>(() => undefined);
  load.mockReturnValue(forever);
  vi.spyOn(log, "records").mockReturnValue(forever);
  void hub.room("z".repeat(20));

  await hub.heartbeat();
  await vi.advanceTimersByTimeAsync(100);

  expect(socket.writes.length).toBeGreaterThan(before);
});

it("sends whoever comes into a room that is being let go to the next one", async () => {
  const { hub, boardId, connect } = await aHub();
  const room = await hub.room(boardId);
  void room.close();

  const { socket } = await connect();

  expect(socket.closedWith).toBe(1012);
});
