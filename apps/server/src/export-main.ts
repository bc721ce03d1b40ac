import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type ExportFormat, exportFormats } from "@hefboom/contract";
import { exportCards } from "@hefboom/export";
import { RoomHub } from "@hefboom/sync";

import { databasePathIn } from "./adapters/data-folder.ts";
import { openDatabase } from "./adapters/open-database.ts";
import { SqliteAccessStore } from "./adapters/sqlite-access-store.ts";
import { SqliteBoardLog } from "./adapters/sqlite-board-log.ts";
import { readConfig } from "./config.ts";
import { readExport } from "./exporting/read-export.ts";
import { printable } from "./start/printable.ts";
import { explainStart } from "./start/start-error.ts";

const USAGE = `usage: npm run export -- --board ID --format ${exportFormats.join("|")} --out FILE`;

const OPTIONS = {
  board: { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
} as const;

/** The export was asked in a way that cannot be done; the message is one line. */
class ExportRefusedError extends Error {
  override readonly name = "ExportRefusedError";
  readonly code = "EXPORT_REFUSED";
}
interface Order {
  boardId: string;
  format: ExportFormat;
  out: string;
}

/** Writes a board's export without a browser; a server that runs on the same folder is not disturbed. */
async function main(): Promise<void> {
  try {
    const order = readOrder(process.argv.slice(2));
    const { dataDir } = readConfig();
    await exportTo(order, databasePathIn(dataDir));
  } catch (error) {
    const { text, code } = explainStart(error, "the data folder");
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}

function readOrder(args: string[]): Order {
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    const format = exportFormats.find((known) => known === values.format);
    if (values.board !== undefined && format !== undefined && values.out !== undefined) {
      return { boardId: values.board, format, out: values.out };
    }
  } catch (cause) {
    throw new ExportRefusedError(USAGE, { cause });
  }
  throw new ExportRefusedError(USAGE);
}

async function exportTo({ boardId, format, out }: Order, path: string): Promise<void> {
  await using database = await openReadonly(path);
  const store = new SqliteAccessStore(database);
  if ((await store.board(boardId)) === undefined) throw await unknownBoard(store, boardId);
  const log = new SqliteBoardLog(database.sqlite);
  const { limits } = readConfig();
  const report = (error: unknown) => {
    throw error;
  };
  await using hub = new RoomHub({ log, now: Date.now, report, limits });
  const room = await hub.room(boardId);
  const input = await readExport({ room, store, boardId, now: Date.now() });
  const { body } = exportCards(format, input);
  writeFileSync(out, body);
  process.stdout.write(`${out}: ${Buffer.byteLength(body)} bytes\n`);
}

async function openReadonly(path: string) {
  if (!existsSync(path)) {
    throw new ExportRefusedError(`There is no database at ${path}; set DATA_DIR.`);
  }
  return openDatabase(path, { isReadonly: true });
}

async function unknownBoard(store: SqliteAccessStore, boardId: string): Promise<Error> {
  const boards = (await store.boards()).map(({ id, title }) => `  ${id}  ${printable(title)}\n`);
  const known = boards.length === 0 ? "There are none." : `Boards:\n${boards.join("")}`.trimEnd();
  return new ExportRefusedError(`There is no board ${boardId}. ${known}`);
}

await main();
