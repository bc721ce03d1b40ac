import { type Command, elfHefbomen, newId, placesOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { defaultRoomLimits, loadDocument, RoomHub } from "@hefboom/sync";
import { expect, it } from "vitest";
import { openDatabase } from "../adapters/open-database.ts";
import { SqliteBoardLog } from "../adapters/sqlite-board-log.ts";
import { addBoardRow } from "../testing/add-board-row.ts";
import { thinBoard } from "./thin-board.ts";
import { SnapshotWorker } from "./thread/snapshot-worker.ts";

const CARDS = 5;

/** A board in a database, with a few cards that are moved again and again. */
async function openMovingBoard() {
  await using opened = new AsyncDisposableStack();
  const { sqlite } = opened.use(await openDatabase(":memory:"));
  const boardId = newId();
  addBoardRow(sqlite, boardId);
  const log = new SqliteBoardLog(sqlite);
  const worker = opened.use(new SnapshotWorker());
  const troubles: unknown[] = [];
  const hub = opened.use(
    new RoomHub({
      log,
      now: () => 1,
      report: (error) => troubles.push(error),
      limits: { ...defaultRoomLimits, bytesPerSecond: 1e9 },
    }),
  );
  const title = { nl: "Proefbord" };
  const board = { title, locale: "nl", authors: "shown", template: elfHefbomen, now: 1 } as const;
  await hub.create(boardId, board);
  const room = await hub.room(boardId);
  const actor = anActor();
  const creates = Array.from({ length: CARDS }, () => aCreate());
  await room.submit(actor, creates);
  let x = 0;
  const move = async (times: number) => {
    const moves: Command[] = Array.from({ length: times }, () => {
      x += 1;
      const cardId = creates[x % CARDS]?.cardId ?? "";
      return { op: "place", id: newId(), cardId, lever: "h01", x };
    });
    await room.submit(actor, moves);
  };
  const closing = opened.move();
  return {
    boardId,
    log,
    room,
    move,
    troubles,
    thin: () => thinBoard({ log, worker, hub }, boardId),
    places: () => room.read((doc) => placesOf(doc).toJSON()),
    storedPlaces: async () => {
      const doc = await loadDocument(boardId, await log.load(boardId));
      return placesOf(doc).toJSON();
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

const structsOf = (doc: { store: { clients: Map<number, readonly unknown[]> } }) =>
  [...doc.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0);

it("keeps what is on the board, in memory and in the log, while people go on", async () => {
  await using test = await openMovingBoard();
  for (let n = 0; n < 10; n += 1) await test.move(400);
  const before = await test.room.read(structsOf);

  const [, , ...counts] = await Promise.all([
    test.thin(),
    test.move(50),
    ...Array.from({ length: 5 }, () => test.room.read(structsOf)),
  ]);
  await test.move(7);

  expect(counts.length).toBe(5);
  expect(before).toBeGreaterThan(4_000);
  expect(await test.room.read(structsOf)).toBeLessThan(200);
  expect(await test.places()).toEqual(await test.storedPlaces());
  expect(Object.values(await test.places())).toContainEqual(expect.objectContaining({ x: 4_057 }));
  expect(test.troubles).toEqual([]);
});

it("does it again and again, and leaves a board alone that was collected meanwhile", async () => {
  await using test = await openMovingBoard();
  for (let round = 0; round < 3; round += 1) {
    await test.move(300);
    await Promise.all([test.thin(), test.move(20), test.thin(), test.move(20)]);
  }

  expect(await test.places()).toEqual(await test.storedPlaces());
  expect(test.troubles).toEqual([]);
});
