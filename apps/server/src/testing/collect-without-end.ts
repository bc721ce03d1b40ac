import { anEntry } from "@hefboom/sync/testing";
import * as Y from "yjs";

import { openDatabase } from "../adapters/open-database.ts";
import { SqliteBoardLog } from "../adapters/sqlite-board-log.ts";
import { collectBoard } from "../snapshots/collect-board.ts";
import { SnapshotWorker } from "../snapshots/thread/snapshot-worker.ts";

/** Changes and collects a board until it is killed: a process for tests. Prints each number that is stored. */
const [, , path = "", boardId = ""] = process.argv;
const ROUNDS_MAX = 100_000;
const CARDS = 400;

const { sqlite } = await openDatabase(path);
const log = new SqliteBoardLog(sqlite);
const worker = new SnapshotWorker();
const { head } = await log.shape(boardId);
const doc = new Y.Doc();
let update: Uint8Array = new Uint8Array();
doc.on("update", (changed: Uint8Array) => {
  update = changed;
});
for (let n = head + 1; n <= head + ROUNDS_MAX; n += 1) {
  const numbers = doc.getMap(`numbers${head}`);
  doc.transact(() => {
    for (let card = 0; card < CARDS; card += 1) numbers.set(`card${card}`, n);
  });
  await log.append(boardId, n - 1, anEntry({ update }));
  process.stdout.write(`${n}\n`);
  await collectBoard({ log, worker }, boardId);
}
