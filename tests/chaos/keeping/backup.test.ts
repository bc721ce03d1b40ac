import { open, stat } from "node:fs/promises";
import { join as joinPath } from "node:path";
import { expect, it } from "vitest";

import { aNote, facilitatorToken, join, makeBoard, send } from "../../support/api.ts";
import { readStoredCards } from "../../support/people/board-reading.ts";
import { runTool } from "../../support/run-tool.ts";
import { filesWith } from "../../support/search-folder.ts";
import { TestServer } from "../../support/test-server.ts";
import { clearRehearsal, erase } from "./erase.ts";

const textsOn = async (server: TestServer, boardId: string, token: string) =>
  (await readStoredCards(server, boardId, token)).map(({ text }) => text).sort();

async function overwrite(path: string, at: number): Promise<void> {
  const file = await open(path, "r+");
  await file.write(Buffer.alloc(4_096, 0xa5), 0, 4_096, at);
  await file.close();
}

it("copies a running server, and a restore brings back what the copy holds", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const ann = await join(server, board.code);
  await send(server, board.id, ann.token, [aNote("in de kopie")]);
  const copy = joinPath(server.dataDir, "kopie.hefboom");

  const backup = await runTool("backup", server, ["--out", copy]);
  await send(server, board.id, ann.token, [aNote("na de kopie")]);
  const whileRunning = await runTool("restore", server, ["--in", copy]);
  await server.stop();
  const refused = await runTool("restore", server, ["--in", copy]);
  const restored = await runTool("restore", server, ["--in", copy, "--replace"]);
  await server.up();

  expect(backup).toMatchObject({ code: 0, printed: expect.stringContaining("1 workshops") });
  expect((await stat(copy)).mode & 0o777).toBe(0o600);
  expect(whileRunning).toMatchObject({ code: 1, printed: expect.stringContaining("in use") });
  expect(refused).toMatchObject({ code: 1, printed: expect.stringContaining("--replace") });
  expect(restored.code).toBe(0);
  expect(await textsOn(server, board.id, ann.token)).toEqual(["in de kopie"]);
});

it("D04: a damaged database is named with the command that restores a copy, and that command mends it", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const ann = await join(server, board.code);
  await send(server, board.id, ann.token, [aNote("in de kopie")]);
  const copy = joinPath(server.dataDir, "kopie.hefboom");
  await runTool("backup", server, ["--out", copy]);
  await server.stop();
  await overwrite(joinPath(server.dataDir, "hefboom.sqlite"), 0);

  const told = await server.up().catch((error: unknown) => String(error));
  const restored = await runTool("restore", server, ["--in", copy]);
  await server.up();

  expect(told).toContain("npm run restore -- --in");
  expect(restored).toMatchObject({ code: 0, printed: expect.stringContaining("damaged.sqlite") });
  expect(await textsOn(server, board.id, ann.token)).toEqual(["in de kopie"]);
});

it("erases again, in the copy, what was erased since", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const [ann, bob] = [await join(server, board.code), await join(server, board.code)];
  await send(server, board.id, ann.token, [aNote("wolkenkrabberwens")]);
  await send(server, board.id, bob.token, [aNote("dit blijft")]);
  const copy = joinPath(server.dataDir, "kopie.hefboom");
  await runTool("backup", server, ["--out", copy]);
  const path = `/api/boards/${board.id}/participants/${ann.participantId}`;
  await erase(server, path, ann.token);
  await server.stop();

  const restored = await runTool("restore", server, ["--in", copy, "--replace"]);
  await server.up();

  expect(restored).toMatchObject({ code: 0, printed: expect.stringContaining("erased again") });
  expect(await filesWith(server.dataDir, "wolkenkrabberwens")).toEqual([copy]);
  expect(await textsOn(server, board.id, bob.token)).toEqual(["dit blijft"]);
});

it("clears a rehearsal again in the copy that was made before", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const lead = await facilitatorToken(server, board);
  const ann = await join(server, board.code);
  await send(server, board.id, ann.token, [aNote("wolkenkrabberwens")]);
  const copy = joinPath(server.dataDir, "kopie.hefboom");
  await runTool("backup", server, ["--out", copy]);
  await clearRehearsal(server, board.id, lead);
  await server.stop();

  const restored = await runTool("restore", server, ["--in", copy, "--replace"]);
  await server.up();

  expect(restored).toMatchObject({ code: 0, printed: expect.stringContaining("erased again") });
  expect(await filesWith(server.dataDir, "wolkenkrabberwens")).toEqual([copy]);
  expect(await textsOn(server, board.id, lead)).toEqual([]);
});

it("never calls a copy sound that is not, and changes nothing then", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const ann = await join(server, board.code);
  await send(server, board.id, ann.token, [aNote("blijft staan")]);
  const copy = joinPath(server.dataDir, "kopie.hefboom");
  await runTool("backup", server, ["--out", copy]);
  await overwrite(copy, 8_192);
  await server.stop();

  const restored = await runTool("restore", server, ["--in", copy, "--replace"]);
  await server.up();

  expect(restored).toMatchObject({ code: 1, printed: expect.stringContaining("no sound copy") });
  expect(await textsOn(server, board.id, ann.token)).toEqual(["blijft staan"]);
});
