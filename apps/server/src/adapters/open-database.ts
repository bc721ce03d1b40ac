import SqliteDatabase from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";

import type { Database } from "./database-schema.ts";
import { migrationProvider } from "./migrations/index.ts";
import { withStatementCache } from "./statement-cache.ts";

/** The database file cannot be read as one; nothing was changed in it. */
export class DamagedDatabaseError extends Error {
  override readonly name = "DamagedDatabaseError";
  readonly code = "DATABASE_DAMAGED";
}

/**
 * One connection with two faces. Kysely runs every query at once, in the same turn; a transaction must too, or the other
 * face's work would fall into it: `sqlite.transaction(…)`, never `kysely.transaction()`.
 */
export interface OpenDatabase extends AsyncDisposable {
  readonly kysely: Kysely<Database>;
  readonly sqlite: SqliteDatabase.Database;
}

interface OpenOptions {
  /** For tools that look into the folder of a running server: nothing is written, nothing migrated. */
  isReadonly?: boolean;
}

/** Most time that a commit waits for a reader in another process, in ms. */
export const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens, checks and migrates the database of a data folder; `:memory:` for tests.
 * @throws {DamagedDatabaseError} when the file is no sound database
 */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<OpenDatabase> {
  const isReadonly = options.isReadonly ?? false;
  const sqlite = new SqliteDatabase(path, { readonly: isReadonly, timeout: BUSY_TIMEOUT_MS });
  try {
    prepare(sqlite, isReadonly);
    if (!isReadonly) await migrate(sqlite);
  } catch (cause) {
    sqlite.close();
    if (!isDamage(cause)) throw cause;
    throw new DamagedDatabaseError(`${path} is damaged: ${cause.message}`, { cause });
  }
  const dialect = new SqliteDialect({ database: withStatementCache(sqlite) });
  const kysely = new Kysely<Database>({ dialect });
  const close = async () => {
    await kysely.destroy();
    sqlite.close(); // Kysely closes no connection that it never used
  };
  return { kysely, sqlite, [Symbol.asyncDispose]: close };
}

function prepare(sqlite: SqliteDatabase.Database, isReadonly: boolean): void {
  if (!isReadonly) {
    sqlite.pragma("auto_vacuum = INCREMENTAL"); // of a new file alone: what is swept is given back
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("secure_delete = ON");
  }
  sqlite.pragma("foreign_keys = ON");
  const verdict = sqlite.pragma("quick_check(1)", { simple: true });
  if (verdict !== "ok") throw new SqliteDatabase.SqliteError(String(verdict), "SQLITE_CORRUPT");
}

function isDamage(error: unknown): error is Error {
  if (!(error instanceof SqliteDatabase.SqliteError)) return false;
  return error.code.startsWith("SQLITE_CORRUPT") || error.code === "SQLITE_NOTADB";
}

/** With its own face of the connection: a migration changes tables under statements that are kept. */
async function migrate(sqlite: SqliteDatabase.Database): Promise<void> {
  const kysely = new Kysely({ dialect: new SqliteDialect({ database: sqlite }) });
  const migrator = new Migrator({ db: kysely, provider: migrationProvider });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("the database could not be migrated", { cause: error });
}
