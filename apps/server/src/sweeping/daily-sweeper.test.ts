import { BIN_KEEPS_MS, newId } from "@hefboom/board";
import { anEntry } from "@hefboom/sync/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { openDatabase } from "../adapters/open-database.ts";
import { SqliteBoardLog } from "../adapters/sqlite-board-log.ts";
import { DailySweeper } from "./daily-sweeper.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A log with one card in the bin of one board. */
async function aLogWithBin(binnedAt: number) {
  const database = await openDatabase(":memory:");
  const log = new SqliteBoardLog(database.sqlite);
  const boardId = newId();
  const columns = "(id, code, title, locale, authors, created_at)";
  database.sqlite
    .prepare(`insert into boards ${columns} values (?, ?, 't', 'nl', 'shown', 1)`)
    .run(boardId, boardId);
  const card = {
    cardId: newId(),
    binnedAt,
    binnedBy: newId(),
    facts: { kind: "note" },
    place: { lever: null, order: "a0" },
    text: "Weg ermee",
  } as const;
  await log.append(boardId, 0, anEntry({ binned: [card] }));
  const countRows = () => database.sqlite.prepare("select count(*) from bin").pluck().get();
  return { log, boardId, database, countRows };
}

it("clears what is thirty days old: at the start, and every day after", async () => {
  const { log, boardId, database } = await aLogWithBin(1_000);
  await using _database = database;
  const clock = { now: 1_000 + BIN_KEEPS_MS };
  await using _sweeper = new DailySweeper({ log, now: () => clock.now, report: vi.fn() });
  await vi.advanceTimersByTimeAsync(DAY_MS - 1);
  const kept = await log.bin(boardId);

  clock.now += 1;
  await vi.advanceTimersByTimeAsync(1);

  expect(kept).toHaveLength(1);
  await vi.waitFor(async () => expect(await log.bin(boardId)).toEqual([]));
});

it("clears the readable log of what was done thirty days ago", async () => {
  const { log, boardId, database } = await aLogWithBin(1_000);
  await using _database = database;
  const aStep = { personId: newId(), role: "facilitator", op: "phase", about: "write" } as const;
  const [old, late] = [
    { ...aStep, id: newId(), at: 1_000 },
    { ...aStep, id: newId(), at: 2_000 },
  ];
  await log.append(boardId, 1, anEntry({ acts: [old, late] }));

  await using _sweeper = new DailySweeper({
    log,
    now: () => 1_500 + BIN_KEEPS_MS,
    report: vi.fn(),
  });

  await vi.waitFor(async () =>
    expect(await log.acts(boardId, { before: 9_999, count: 9 })).toEqual([late]),
  );
});

it("says so when a bin cannot be cleared, and tries again the next day", async () => {
  const clearBin = vi.fn().mockRejectedValueOnce(new Error("full")).mockResolvedValue(undefined);
  const clearActs = vi.fn().mockResolvedValue(undefined);
  const report = vi.fn();
  await using _sweeper = new DailySweeper({ log: { clearBin, clearActs }, now: () => 0, report });

  await vi.advanceTimersByTimeAsync(DAY_MS);

  expect(report).toHaveBeenCalledOnce();
  expect(clearBin).toHaveBeenCalledTimes(2);
});

it("stops when it is disposed", async () => {
  const clearBin = vi.fn().mockResolvedValue(undefined);
  const log = { clearBin, clearActs: vi.fn().mockResolvedValue(undefined) };
  const sweeper = new DailySweeper({ log, now: () => 0, report: vi.fn() });

  await sweeper[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);

  expect(clearBin).toHaveBeenCalledOnce();
});

it("a board takes its bin along when it is erased", async () => {
  const { boardId, database, countRows } = await aLogWithBin(1_000);
  await using _database = database;
  const before = countRows();

  database.sqlite.prepare("delete from boards where id = ?").run(boardId);

  expect([before, countRows()]).toEqual([1, 0]);
});
