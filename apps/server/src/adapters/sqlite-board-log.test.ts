import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@hefboom/board";
import type { DoneCommandRow } from "@hefboom/sync";
import { anEntry, appendMany, boardLogSuite } from "@hefboom/sync/testing";
import { expect, it } from "vitest";

import { addBoardRow } from "../testing/add-board-row.ts";
import { openDatabase } from "./open-database.ts";
import { SqliteBoardLog } from "./sqlite-board-log.ts";

async function openTestLog() {
  const folder = await mkdtemp(join(tmpdir(), "hefboom-log-"));
  const path = join(folder, "hefboom.sqlite");
  const database = await openDatabase(path);
  const second = await openDatabase(path);
  const boardId = newId();
  addBoardRow(database.sqlite, boardId);
  return {
    path,
    log: new SqliteBoardLog(database.sqlite),
    other: new SqliteBoardLog(second.sqlite),
    boardId,
    sqlite: database.sqlite,
    async [Symbol.asyncDispose]() {
      await second[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

boardLogSuite("SqliteBoardLog", openTestLog);

it.each([
  ["an entry with other bytes", "update board_log set data = x'010203ff' where seq = 4"],
  ["an entry that is gone", "delete from board_log where seq = 4"],
  ["a last entry that is gone", "delete from board_log where seq = 5"],
  ["a part with other bytes", "update board_parts set data = x'010203ff' where n = 1"],
  ["a part that is gone", "delete from board_parts where n = 1"],
  ["a last part that is gone", "delete from board_parts where n = 2"],
  ["a snapshot that is gone", "delete from board_snapshots"],
])("D04 SqliteBoardLog: refuses by name a board with %s", async (_what, damage) => {
  await using test = await openTestLog();
  const { log, boardId, sqlite } = test;
  await appendMany(test, 5);
  const parts = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)];
  await log.rewrite(boardId, { upTo: 3, epoch: 1, parts });

  sqlite.exec(damage);

  await expect(log.load(boardId)).rejects.toMatchObject({
    code: "LOG_DAMAGED",
    message: expect.stringContaining(boardId),
  });
});

it("SqliteBoardLog: a rewriting that is cut off anywhere leaves a sound board, and the next one sweeps", async () => {
  await using test = await openTestLog();
  const { log, boardId, sqlite } = test;
  await appendMany(test, 6);
  await log.rewrite(boardId, { upTo: 2, epoch: 1, parts: [Uint8Array.of(1), Uint8Array.of(2)] });
  const before = await log.load(boardId);
  // What lies there after the parts were written, and before they count; and rows that were not swept yet.
  sqlite.exec(`insert into board_parts select board, snapshot + 1, n, data, checksum, stream_bytes, stream_crc from board_parts;
    insert into board_log select board, seq - 2, data, checksum, at from board_log where seq in (3, 4)`);

  const after = await log.load(boardId);
  await log.rewrite(boardId, { upTo: 4, epoch: 1, parts: [Uint8Array.of(3)] });

  expect(after).toEqual(before);
  expect((await log.load(boardId)).snapshot?.parts.map((part) => [...part])).toEqual([[3]]);
  expect(sqlite.prepare("select count(*) as n from board_parts").get()).toEqual({ n: 1 });
  expect(sqlite.prepare("select count(*) as n from board_log").get()).toEqual({ n: 2 });
});

it("SqliteBoardLog: knows of all commands that they were done, of the newest by whom, and of fewer how they are taken back", async () => {
  await using test = await openTestLog();
  const { log, boardId } = test;
  const aCommand = () => ({ id: newId(), personId: newId(), inverse: "{}" });
  const [early, middle, late] = [1, 2_500, 1_250].map((count) =>
    Array.from({ length: count }, aCommand),
  ) as [DoneCommandRow[], DoneCommandRow[], DoneCommandRow[]]; // as many as counts
  for (const [seq, doneCommands] of [early, middle, late, late.map(aCommand)].entries()) {
    await log.append(boardId, seq, anEntry({ doneCommands }));
  }

  await log.rewrite(boardId, { upTo: 4, epoch: 1, parts: [] });

  const known = async (rows: DoneCommandRow[]) => {
    const ids = rows.map(({ id }) => id);
    const by = [...(await log.doneBy(boardId, ids)).values()];
    const inverses = await log.inversesOf(boardId, ids);
    return [by.length, by.filter((personId) => personId !== null).length, inverses.size];
  };
  expect(await known(early)).toEqual([1, 0, 0]);
  expect(await known(middle)).toEqual([2_500, 500, 0]);
  expect(await known(late)).toEqual([1_250, 1_250, 750]);
});

it("SqliteBoardLog: a command of somebody erased since stays done", async () => {
  await using test = await openTestLog();
  const { log, boardId, sqlite } = test;
  const command = { id: newId(), personId: newId() };
  await log.append(boardId, 0, anEntry({ doneCommands: [command] }));

  sqlite.exec("update done_commands set person_id = ''");

  expect(await log.doneBy(boardId, [command.id, newId()])).toEqual(new Map([[command.id, ""]]));
});

it("SqliteBoardLog: what waits at the same moment goes to disk in one commit", async () => {
  await using test = await openTestLog();
  const { log, sqlite, path } = test;
  const boards = Array.from({ length: 20 }, newId);
  for (const id of boards) addBoardRow(sqlite, id);
  const before = commitsIn(path);

  await Promise.all(boards.map((id) => log.append(id, 0, anEntry())));

  expect(commitsIn(path) - before).toBe(1);
});

it("D03 SqliteBoardLog: says that the disk is full, keeps what was stored, and goes on when there is room", async () => {
  await using test = await openTestLog();
  const { log, boardId, sqlite } = test;
  await log.append(boardId, 0, anEntry());
  const pages = sqlite.pragma("page_count", { simple: true });
  sqlite.pragma(`max_page_count = ${pages}`);
  const large = anEntry({ update: new Uint8Array(100_000) });

  const [refused, probed] = await Promise.allSettled([log.append(boardId, 1, large), log.probe()]);
  const meanwhile = await log.load(boardId);
  sqlite.pragma("max_page_count = 1000000");
  await log.probe();
  await log.append(boardId, 1, large);

  expect(refused).toMatchObject({ status: "rejected", reason: { code: "LOG_FULL" } });
  expect(probed).toMatchObject({ status: "rejected", reason: { code: "LOG_FULL" } });
  expect(meanwhile.head).toBe(1);
  expect((await log.load(boardId)).head).toBe(2);
});

const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const PAGE_BYTES = 4_096;

it("D03 SqliteBoardLog: a rewriting for which the disk has no room leaves the board, and nothing of itself", async () => {
  await using test = await openTestLog();
  const { log, boardId, sqlite } = test;
  await appendMany(test, 3);
  sqlite.pragma(`max_page_count = ${20 + Number(sqlite.pragma("page_count", { simple: true }))}`);
  const parts = Array.from({ length: 60 }, () => randomBytes(4_000));

  const rewriting = log.rewrite(boardId, { upTo: 3, epoch: 1, parts });
  await expect(rewriting).rejects.toMatchObject({ code: "LOG_FULL" });

  expect(await log.load(boardId)).toMatchObject({ head: 3, snapshot: undefined });
  expect(sqlite.prepare("select count(*) as n from board_parts").get()).toEqual({ n: 0 });
});

/** Commits in the write-ahead log: the frames that say how large the database is after them. */
function commitsIn(path: string): number {
  const wal = readFileSync(`${path}-wal`);
  let commits = 0;
  for (let at = WAL_HEADER_BYTES; at < wal.byteLength; at += FRAME_HEADER_BYTES + PAGE_BYTES) {
    if (wal.readUInt32BE(at + 4) > 0) commits += 1;
  }
  return commits;
}
