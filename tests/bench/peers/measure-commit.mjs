// Prints the median time, in ms, of one commit of 2 kB: SQLite in WAL mode, synchronous=FULL, at a quiet room's pace.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import SqliteDatabase from "better-sqlite3";

const COMMITS = 60;
const PAUSE_MS = 50;
const folder = mkdtempSync(join(tmpdir(), "hefboom-bench-"));
try {
  const database = new SqliteDatabase(join(folder, "commit.sqlite"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("CREATE TABLE rows (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
  const insert = database.prepare("INSERT INTO rows (bytes) VALUES (?)");
  const times = [];
  for (let commit = 0; commit < COMMITS; commit += 1) {
    await pause(PAUSE_MS);
    const startedAt = performance.now();
    insert.run(Buffer.alloc(2_048, commit));
    times.push(performance.now() - startedAt);
  }
  database.close();
  console.log(times.sort((a, b) => a - b)[COMMITS / 2]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
