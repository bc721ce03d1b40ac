import { newId } from "@hefboom/board";
import { LogError } from "@hefboom/sync";
import { anEntry } from "@hefboom/sync/testing";
import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { openDatabase } from "../adapters/open-database.ts";
import { SqliteBoardLog } from "../adapters/sqlite-board-log.ts";
import { addBoardRow } from "../testing/add-board-row.ts";
import { collectBoard } from "./collect-board.ts";
import { Compactor } from "./compactor.ts";
import { SnapshotWorker } from "./thread/snapshot-worker.ts";

const AT_ONCE = 500;

/** An entry that takes a card off the board. */
function entryOf(kind: "hide" | "delete") {
  const event = { at: 1, phase: "open", kind, card: newId(), lever: null } as const;
  return anEntry({ update: new Uint8Array(), events: [event] });
}

/** A board whose cards are moved again and again, one entry a move. */
async function openMovingBoard() {
  await using opened = new AsyncDisposableStack();
  const { sqlite } = opened.use(await openDatabase(":memory:"));
  const boardId = newId();
  addBoardRow(sqlite, boardId);
  const log = new SqliteBoardLog(sqlite);
  const worker = opened.use(new SnapshotWorker());
  const clock = { now: 0 };
  const troubles: unknown[] = [];
  const report = (error: unknown) => troubles.push(error);
  const thinned: string[] = [];
  const thin = async (id: string) => void thinned.push(id);
  const compactor = opened.use(new Compactor({ log, worker, thin, now: () => clock.now, report }));
  log.onAppended((id, appended) => compactor.noteAppended(id, appended));
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update) => updates.push(update));
  let head = 0;
  const move = async (times: number) => {
    const places = doc.getMap("places");
    for (let n = 0; n < times; n += 1)
      places.set(`card${n % 100}`, { lever: "h01", order: `a${n}` });
    const waiting = updates.splice(0);
    for (let start = 0; start < waiting.length; start += AT_ONCE) {
      const some = waiting.slice(start, start + AT_ONCE);
      await Promise.all(
        some.map((update) => {
          head += 1;
          return log.append(boardId, head - 1, anEntry({ update }));
        }),
      );
      await compactor.idle();
    }
  };
  const closing = opened.move();
  return {
    boardId,
    log,
    worker,
    compactor,
    thinned,
    clock,
    troubles,
    doc,
    move,
    storedBytes: () =>
      sqlite
        .prepare<[], number>(
          "select (select coalesce(sum(length(data)), 0) from board_log) + (select coalesce(sum(length(data)), 0) from board_parts)",
        )
        .pluck()
        .get() ?? 0,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

it("B09 keeps a log short and small, however often its board changes", async () => {
  await using test = await openMovingBoard();

  await test.move(10_000);

  const { snapshot, updates, head } = await test.log.load(test.boardId);
  const liveBytes = Y.encodeStateAsUpdate(test.doc).byteLength;
  expect(head).toBe(10_000);
  expect(updates.length).toBeLessThan(2_600);
  expect(snapshot?.parts.length).toBeGreaterThan(1);
  expect(test.storedBytes()).toBeLessThan(5 * liveBytes);
  expect(test.troubles).toEqual([]);
});

it("collects at once when a card was hidden: whoever comes in gets what is stored", async () => {
  await using test = await openMovingBoard();
  await test.move(3);

  await test.log.append(test.boardId, 3, entryOf("hide"));
  await test.log.append(test.boardId, 4, entryOf("hide"));
  await test.compactor.idle();

  expect(test.troubles).toEqual([]);
  expect((await test.log.shape(test.boardId)).collectedTo).toBe(5);
});

it("collects a board that has come to rest, once", async () => {
  await using test = await openMovingBoard();
  await test.move(150);

  test.clock.now += 5_000;
  test.compactor.sweep();
  await test.compactor.idle();
  const early = await test.log.shape(test.boardId);
  test.clock.now += 10_000;
  test.compactor.sweep();
  await test.compactor.idle();
  const late = await test.log.shape(test.boardId);

  expect([early.collectedTo, late.collectedTo]).toEqual([0, 150]);
});

it("gives the same document after collecting as before, and what is typed meanwhile", async () => {
  await using test = await openMovingBoard();
  await test.move(300);

  await Promise.all([collectBoard(test, test.boardId), test.move(300)]);

  const { snapshot, updates } = await test.log.load(test.boardId);
  const copy = new Y.Doc();
  for (const part of snapshot?.parts ?? []) Y.applyUpdateV2(copy, part);
  for (const { update } of updates) Y.applyUpdate(copy, update);
  expect(copy.getMap("places").toJSON()).toEqual(test.doc.getMap("places").toJSON());
});

it("leaves out history that weighs more than the rest, and only then", async () => {
  await using test = await openMovingBoard();
  await test.move(19_000);
  const little = [...test.thinned];

  await test.move(6_000);

  expect(little).toEqual([]);
  expect(test.thinned).toContain(test.boardId);
});

it("collects for several that ask at once", async () => {
  await using test = await openMovingBoard();
  await test.move(300);

  await Promise.all([1, 2, 3].map(() => collectBoard(test, test.boardId)));

  expect(await test.log.shape(test.boardId)).toMatchObject({ head: 300, collectedTo: 300 });
});

it("D04 never replaces a damaged log by a snapshot of what is left", async () => {
  await using test = await openMovingBoard();
  await test.move(1);
  const rubbish = anEntry({ update: Uint8Array.of(1, 2, 3) });
  await test.log.append(test.boardId, 1, rubbish);

  const collecting = collectBoard(test, test.boardId);

  await expect(collecting).rejects.toThrow(LogError);
  expect(await test.log.shape(test.boardId)).toMatchObject({ collectedTo: 0 });
});

it("tries again to collect what was hidden, until that went well", async () => {
  await using test = await openMovingBoard();
  await test.move(3);
  const packed = vi
    .spyOn(test.log, "packed")
    .mockRejectedValueOnce(new LogError("LOG_FULL", "full"));

  await test.log.append(test.boardId, 3, entryOf("hide"));
  await test.compactor.idle();
  const failed = (await test.log.shape(test.boardId)).collectedTo;
  test.clock.now += 5_000;
  test.compactor.sweep();
  await test.compactor.idle();
  test.clock.now += 5_000;
  test.compactor.sweep();
  await test.compactor.idle();

  expect([failed, (await test.log.shape(test.boardId)).collectedTo]).toEqual([0, 4]);
  expect(packed).toHaveBeenCalledTimes(2);
  expect(test.troubles).toHaveLength(1);
});

it("collects deleted words some seconds later, all of that time together", async () => {
  await using test = await openMovingBoard();
  await test.move(3);

  await test.log.append(test.boardId, 3, entryOf("delete"));
  test.compactor.sweep();
  await test.compactor.idle();
  const early = (await test.log.shape(test.boardId)).collectedTo;
  await test.log.append(test.boardId, 4, entryOf("delete"));
  test.clock.now += 5_000;
  test.compactor.sweep();
  await test.compactor.idle();

  expect([early, (await test.log.shape(test.boardId)).collectedTo]).toEqual([0, 5]);
});
