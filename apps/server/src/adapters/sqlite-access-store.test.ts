import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { type BoardRecord, JoinCodeTakenError, type TokenRecord } from "../access/access-store.ts";
import { hashOf } from "../access/secret.ts";
import { openDatabase } from "./open-database.ts";
import { SqliteAccessStore } from "./sqlite-access-store.ts";

const aBoard = (changes: Partial<BoardRecord> = {}): BoardRecord => ({
  id: newId(),
  code: "CCCCCC",
  title: "Proef",
  locale: "nl",
  authors: "shown",
  createdAt: 1,
  ...changes,
});
const aToken = (boardId: string, changes: Partial<TokenRecord> = {}): TokenRecord => ({
  hash: hashOf(newId()),
  boardId,
  role: "viewer",
  personId: newId(),
  createdAt: 1,
  expiresAt: 100,
  ...changes,
});

it("gives a join code to one board only, and leaves nothing of the second", async () => {
  await using database = await openDatabase(":memory:");
  const store = new SqliteAccessStore(database);
  const first = aBoard();
  const second = aBoard();
  await store.addBoard(first, []);

  await expect(store.addBoard(second, [])).rejects.toThrow(JoinCodeTakenError);

  expect(await store.boardByCode("CCCCCC")).toEqual(first);
  expect(await store.board(second.id)).toBeUndefined();
});

it("renews a join code, and gives no board that of another", async () => {
  await using database = await openDatabase(":memory:");
  const store = new SqliteAccessStore(database);
  const [first, second] = [aBoard(), aBoard({ code: "DDDDDD" })];
  await store.addBoard(first, []);
  await store.addBoard(second, []);

  await expect(store.renewCode(second.id, "CCCCCC")).rejects.toThrow(JoinCodeTakenError);
  await store.renewCode(second.id, "FFFFFF");

  expect(await store.boardByCode("DDDDDD")).toBeUndefined();
  expect((await store.boardByCode("FFFFFF"))?.id).toBe(second.id);
  expect((await store.boardByCode("CCCCCC"))?.id).toBe(first.id);
});

it("knows a token until it expires or its key is renewed", async () => {
  await using database = await openDatabase(":memory:");
  const store = new SqliteAccessStore(database);
  const board = aBoard();
  await store.addBoard(board, [{ role: "viewer", hash: hashOf("old") }]);
  const viewer = aToken(board.id);
  const facilitator = aToken(board.id, { role: "facilitator" });
  await store.addToken(viewer);
  await store.addToken(facilitator);

  expect((await store.token(viewer.hash, 99))?.personId).toBe(viewer.personId);
  expect(await store.token(viewer.hash, 100)).toBeUndefined();
  const dead = await store.renewKey(board.id, { role: "viewer", hash: hashOf("new") }, 50);

  expect(dead).toEqual([viewer.personId]);
  expect(await store.token(viewer.hash, 51)).toBeUndefined();
  expect(await store.token(facilitator.hash, 51)).toBeDefined();
  expect(await store.keyHolder(hashOf("old"))).toBeUndefined();
  expect((await store.keyHolder(hashOf("new")))?.boardId).toBe(board.id);
});

it("forgets boards whose making was cut off, and keeps those with a first entry", async () => {
  await using database = await openDatabase(":memory:");
  const store = new SqliteAccessStore(database);
  const [cut, made] = [aBoard(), aBoard({ code: "DDDDDD" })];
  await store.addBoard(cut, []);
  await store.addBoard(made, []);
  await database.kysely
    .updateTable("boards")
    .set({ head_seq: 1 })
    .where("id", "=", made.id)
    .execute();

  await store.eraseUnfinishedBoards();

  expect(await store.boards()).toEqual([made]);
});

it("erases no board of which something was written, whatever its head says", async () => {
  await using database = await openDatabase(":memory:");
  const store = new SqliteAccessStore(database);
  const board = aBoard();
  await store.addBoard(board, []);
  const row = { board: board.id, seq: 1, data: Uint8Array.of(1), checksum: 1, at: 1 };
  await database.kysely.insertInto("board_log").values(row).execute();

  await store.eraseUnfinishedBoards();

  expect(await store.boards()).toEqual([board]);
});

it("leaves no byte of an erased board in the data folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hefboom-erase-"));
  await using database = await openDatabase(join(folder, "hefboom.sqlite"));
  const store = new SqliteAccessStore(database);
  const board = aBoard({ title: "GEHEIM-titel" });
  await store.addBoard(board, []);
  const source = new TextEncoder().encode("GEHEIM-essay ".repeat(2_000));
  await store.putEssay({ boardId: board.id, source, format: "plain", view: "{}" });
  const participant = {
    boardId: board.id,
    id: newId(),
    consent: "named",
    hue: 1,
    createdAt: 1,
  } as const;
  await store.addParticipant({ ...participant, name: "GEHEIM-naam" }, aToken(board.id));
  const bytesOf = () =>
    Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  expect(bytesOf().includes("GEHEIM")).toBe(true);

  await store.eraseBoard(board.id);

  expect(bytesOf().includes("GEHEIM")).toBe(false);
});
