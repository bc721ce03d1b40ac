import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { RoomHub } from "@hefboom/sync";

import { type DataFolder, openDataFolder } from "./adapters/data-folder.ts";
import { KeepingError } from "./adapters/keeping/keeping-error.ts";
import { ORGANISER_KEY_SETTING } from "./adapters/keeping/organiser-key-setting.ts";
import { restoreBackup } from "./adapters/keeping/restore-backup.ts";
import { openDatabase } from "./adapters/open-database.ts";
import { SqliteAccessStore } from "./adapters/sqlite-access-store.ts";
import { SqliteBoardLog } from "./adapters/sqlite-board-log.ts";
import { SqliteErasureStore } from "./adapters/sqlite-erasure-store.ts";
import { refillBoard } from "./boards/refill-board.ts";
import { readConfig } from "./config.ts";
import { Eraser } from "./erasing/eraser.ts";
import { rememberedErasures } from "./erasing/erasure-list.ts";
import type { Erasure } from "./erasing/erasure-store.ts";
import { collectBoard } from "./snapshots/collect-board.ts";
import { SnapshotWorker } from "./snapshots/thread/snapshot-worker.ts";
import { explainStart } from "./start/start-error.ts";

const USAGE = "usage: npm run restore -- --in FILE [--replace]";
const OPTIONS = { in: { type: "string" }, replace: { type: "boolean", default: false } } as const;

interface Order {
  from: string;
  mayReplace: boolean;
}

/** Puts a copy that `npm run backup` made into the data folder; the server must not be running. */
async function main(): Promise<void> {
  try {
    const order = readOrder(process.argv.slice(2));
    const config = readConfig();
    using folder = openDataFolder(config.dataDir);
    await restore(order, folder);
  } catch (error) {
    const { text, code } = explainStart(error, "the data folder");
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}

async function restore({ from, mayReplace }: Order, folder: DataFolder): Promise<void> {
  let prepared: Prepared = { organiserKey: undefined, erased: 0 };
  const { contents, setAside } = await restoreBackup({
    from,
    mayReplace,
    databasePath: folder.databasePath,
    remembered: rememberedErasures(folder.erasureListPath),
    prepare: async (path, erasures) => {
      prepared = await prepareCopy(path, erasures);
    },
  });
  folder.rememberDatabase();
  const { organiserKey, erased } = prepared;
  if (organiserKey !== undefined) folder.organiserKey(() => organiserKey);
  const { boards, participants } = contents;
  const lines = [`Restored: ${boards} workshops, ${participants} participants.`];
  if (erased > 0) lines.push(`What was erased since the copy is erased again (${erased}).`);
  if (setAside !== undefined) {
    lines.push(`The damaged database lies in ${setAside} until something is erased.`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

interface Prepared {
  organiserKey: string | undefined;
  /** Erasures done once more. */
  erased: number;
}

/** Migrates the copy, takes the organiser's key out of it, and erases what was erased since, before anybody reads it. */
async function prepareCopy(path: string, erasures: readonly Erasure[]): Promise<Prepared> {
  await using database = await openDatabase(path);
  const { kysely } = database;
  const store = new SqliteErasureStore(database);
  const log = new SqliteBoardLog(database.sqlite);
  const report = (error: unknown) => {
    throw error;
  };
  await using worker = new SnapshotWorker();
  await using hub = new RoomHub({ log, now: Date.now, report, limits: readConfig().limits });
  await using eraser = new Eraser({
    store,
    hub,
    report,
    now: Date.now,
    collect: (boardId) => collectBoard({ log, worker }, boardId),
    refill: (boardId) => refillBoard({ hub, store: new SqliteAccessStore(database) }, boardId),
    remember: () => undefined, // they are on the list already
    restMs: 0, // nobody is on these boards
  });
  const erased = await eraser.again(erasures);
  const key = await kysely
    .deleteFrom("settings")
    .where("key", "=", ORGANISER_KEY_SETTING)
    .returning("value")
    .executeTakeFirst();
  return { organiserKey: key?.value, erased };
}

function readOrder(args: string[]): Order {
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    if (values.in) return { from: resolve(values.in), mayReplace: values.replace };
  } catch (cause) {
    throw new KeepingError("RESTORE_REFUSED", USAGE, { cause });
  }
  throw new KeepingError("RESTORE_REFUSED", USAGE);
}

await main();
