import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@hefboom/board";
import { anEntry, boardLogSuite } from "@hefboom/sync/testing";
import { expect, it } from "vitest";

import { openDatabase } from "./open-database.ts";
import { SqliteBoardLog } from "./sqlite-board-log.ts";

async function openTestLog() {
  const folder = await mkdtemp(join(tmpdir(), "hefboom-log-"));
  const database = await openDatabase(join(folder, "hefboom.sqlite"));
  const boardId = newId();
  database.sqlite
    .prepare(
      "insert into boards (id, code, title, locale, authors, created_at) values (?, ?, 't', 'nl', 'shown', 1)",
    )
    .run(boardId, boardId);
  return {
    log: new SqliteBoardLog(database.sqlite),
    boardId,
    sqlite: database.sqlite,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

boardLogSuite("SqliteBoardLog", openTestLog);

it("SqliteBoardLog: refuses by name a board with a damaged entry", async () => {
  await using test = await openTestLog();
  await test.log.append(test.boardId, 0, anEntry({ update: Uint8Array.of(1, 2, 3) }));
  test.sqlite.prepare("update board_log set data = x'010203ff'").run();

  await expect(test.log.load(test.boardId)).rejects.toMatchObject({
    code: "LOG_DAMAGED",
    message: expect.stringContaining(test.boardId),
  });
});

it("SqliteBoardLog: refuses a board that lacks an entry", async () => {
  await using test = await openTestLog();
  await test.log.append(test.boardId, 0, anEntry());
  await test.log.append(test.boardId, 1, anEntry());
  test.sqlite.prepare("delete from board_log where seq = 2").run();

  await expect(test.log.load(test.boardId)).rejects.toMatchObject({ code: "LOG_DAMAGED" });
});
