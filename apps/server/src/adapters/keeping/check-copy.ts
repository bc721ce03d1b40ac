import { LogError } from "@hefboom/sync";

import { migrationNames } from "../migrations/index.ts";
import { DamagedDatabaseError, type OpenDatabase, openDatabase } from "../open-database.ts";
import { SqliteBoardLog } from "../sqlite-board-log.ts";
import { KeepingError } from "./keeping-error.ts";

/** What a sound copy holds. */
export interface CopyContents {
  boards: number;
  participants: number;
}

/**
 * Reads a copy whole: the file, its tables, and every row of every board's log against its checksum.
 * @throws {KeepingError} COPY_UNSOUND
 */
export async function checkCopy(path: string): Promise<CopyContents> {
  try {
    await using database = await openDatabase(path, { isReadonly: true });
    const { kysely, sqlite } = database;
    const verdict = sqlite.pragma("integrity_check(1)", { simple: true });
    if (verdict !== "ok") throw unsound(path, String(verdict));
    if (!isOurs(sqlite)) {
      throw unsound(path, "it is no Hefboom database, or one of a newer version");
    }
    const boards = await kysely.selectFrom("boards").select("id").execute();
    const log = new SqliteBoardLog(sqlite);
    for (const { id } of boards) await log.load(id);
    const people = await kysely.selectFrom("participants").select("id").execute();
    return { boards: boards.length, participants: people.length };
  } catch (error) {
    if (error instanceof DamagedDatabaseError || error instanceof LogError) {
      throw unsound(path, error.message, error);
    }
    throw error;
  }
}

/** A table of migrations, none that a newer version made, and nothing that would run beside our own statements. */
function isOurs(sqlite: OpenDatabase["sqlite"]): boolean {
  const foreign = sqlite.prepare("select 1 from sqlite_master where type in ('trigger', 'view')");
  if (foreign.get() !== undefined) return false;
  const table = sqlite.prepare("select 1 from sqlite_master where name = 'kysely_migration'");
  if (table.get() === undefined) return false;
  const names = sqlite.prepare("select name from kysely_migration").pluck().all();
  return names.every((name) => migrationNames.includes(String(name)));
}

function unsound(path: string, reason: string, cause?: Error): KeepingError {
  return new KeepingError("COPY_UNSOUND", `${path} is no sound copy: ${reason}`, { cause });
}
