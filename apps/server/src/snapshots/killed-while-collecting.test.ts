import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@hefboom/board";
import { loadDocument } from "@hefboom/sync";
import { expect, it } from "vitest";
import { openDatabase } from "../adapters/open-database.ts";
import { SqliteBoardLog } from "../adapters/sqlite-board-log.ts";
import { addBoardRow } from "../testing/add-board-row.ts";

const COLLECTOR = new URL("../testing/collect-without-end.ts", import.meta.url).pathname;
/** The process is killed after so many changes, at whatever it is doing then. */
const ROUNDS = [2, 5, 9, 14];

it("D01 a process that is killed while it collects leaves a sound board with all that was stored", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hefboom-killed-"));
  const path = join(folder, "hefboom.sqlite");
  const boardId = newId();
  await addBoard(path, boardId);

  for (const changes of ROUNDS) {
    const told = await runAndKill([path, boardId], changes);

    const found = await read(path, boardId);
    expect(found.head).toBeGreaterThanOrEqual(told);
    expect(found.numbers).toEqual(new Set([found.head]));
  }
  rmSync(folder, { recursive: true });
});

async function addBoard(path: string, boardId: string): Promise<void> {
  await using database = await openDatabase(path);
  addBoardRow(database.sqlite, boardId);
}

/** @returns the last number that the process said was stored */
async function runAndKill(args: string[], changes: number): Promise<number> {
  const child = spawn(process.execPath, [COLLECTOR, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split("\n").length > changes) child.kill("SIGKILL");
  });
  await gone;
  return Number(printed.trimEnd().split("\n").at(-1));
}

/** The board's head, and the numbers that stand on the cards of the newest process. */
async function read(path: string, boardId: string) {
  await using database = await openDatabase(path);
  const stored = await new SqliteBoardLog(database.sqlite).load(boardId);
  const doc = await loadDocument(boardId, stored);
  const [newest] = [...doc.share.keys()].sort((a, b) =>
    b.localeCompare(a, "en", { numeric: true }),
  );
  return { head: stored.head, numbers: new Set(doc.getMap(newest).values()) };
}
