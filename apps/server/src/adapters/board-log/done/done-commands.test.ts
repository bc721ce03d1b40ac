import { newId } from "@hefboom/board";
import type SqliteDatabase from "better-sqlite3";
import { expect, it } from "vitest";

import { addBoardRow } from "../../../testing/add-board-row.ts";
import { openDatabase } from "../../open-database.ts";
import { DoneCommands } from "./done-commands.ts";

const BOARD = "b".repeat(20);

async function openTestTable() {
  const { sqlite, ...database } = await openDatabase(":memory:");
  addBoardRow(sqlite, BOARD);
  return { sqlite, [Symbol.asyncDispose]: database[Symbol.asyncDispose] };
}

/** Does as many commands as that. @returns their ids */
function done(sqlite: SqliteDatabase.Database, count: number): string[] {
  const ids = Array.from({ length: count }, newId);
  const add = sqlite.prepare("insert into done_commands (board, id, person_id) values (?, ?, 'p')");
  for (const id of ids) add.run(BOARD, id);
  return ids;
}

const chunksIn = (sqlite: SqliteDatabase.Database) =>
  sqlite.prepare("select n, length(marks) as bytes from done_long_ago order by n").all();

it("takes eight bytes a command, in full chunks, however few are forgotten at a time", async () => {
  await using test = await openTestTable();
  const { sqlite } = test;
  const longAgo = new DoneCommands(sqlite);
  const portions = [20, 470, 30, 500, 3].map((count) => done(sqlite, count));

  for (const portion of portions) longAgo.forget(BOARD, portion);

  expect(chunksIn(sqlite)).toEqual([
    { n: 1, bytes: 4_000 },
    { n: 2, bytes: 4_000 },
    { n: 3, bytes: 184 },
  ]);
  expect(longAgo.among(BOARD, portions.flat())).toEqual(portions.flat());
  expect(sqlite.prepare("select id from done_commands").all()).toEqual([]);
});

it("knows what was forgotten since it was asked, and marks nothing twice", async () => {
  await using test = await openTestTable();
  const { sqlite } = test;
  const [here, there] = [new DoneCommands(sqlite), new DoneCommands(sqlite)];
  const [first, second] = [done(sqlite, 300), done(sqlite, 300)];
  here.forget(BOARD, first);
  there.among(BOARD, first);

  here.forget(BOARD, second);
  there.forget(BOARD, second);

  expect(there.among(BOARD, [...second, newId(), ...first])).toEqual([...second, ...first]);
  expect(chunksIn(sqlite)).toEqual([
    { n: 1, bytes: 4_000 },
    { n: 2, bytes: 800 },
  ]);
});

it("knows nothing of a board that is gone", async () => {
  await using test = await openTestTable();
  const { sqlite } = test;
  const longAgo = new DoneCommands(sqlite);
  const ids = done(sqlite, 10);
  longAgo.forget(BOARD, ids);
  const before = longAgo.among(BOARD, ids);

  sqlite.exec("delete from boards");

  expect(before).toEqual(ids);
  expect(longAgo.among(BOARD, ids)).toEqual([]);
  expect(chunksIn(sqlite)).toEqual([]);
});
