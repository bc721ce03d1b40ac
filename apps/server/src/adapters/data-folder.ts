import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";

type DataFolderErrorCode = "FOLDER_UNUSABLE" | "FOLDER_IN_USE" | "DATABASE_GONE";

/** The data folder cannot be used; the message is one line for the person who starts the server. */
class DataFolderError extends Error {
  override readonly name = "DataFolderError";
  readonly code: DataFolderErrorCode;
  constructor(code: DataFolderErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The data folder, held by this process alone until it is disposed of or the process ends, however it ends. */
export interface DataFolder extends Disposable {
  readonly databasePath: string;
  /** Ids of what was erased: it outlives the database. */
  readonly erasureListPath: string;
  /**
   * Ends a start on a folder that once held a database and holds none now: never a new, empty one in its place.
   * @throws {DataFolderError} DATABASE_GONE
   */
  refuseIfDatabaseIsGone(): void;
  /** From now on this folder is one that holds a database. To be said once the database is there. */
  rememberDatabase(): void;
  /** Deletes a damaged database that a restore set aside: it may hold what somebody wants erased. */
  dropDamaged(): void;
  /** Tells a second start which port this one serves. */
  nameHolder(holder: Holder): void;
  /** The organiser's key of this folder, made at first use; only this system's user can read it. */
  organiserKey(make: () => string): string;
}
interface Holder {
  pid: number;
  port: number;
}

const DATABASE = "hefboom.sqlite";
const ORGANISER_KEY = "organiser-key";
const ERASURE_LIST = "erasures.jsonl";
const LOCK = "lock.sqlite";
const HOLDER = "running.json";
/** There since the folder first held a database; what it says is for people. */
const HAS_DATABASE = "has-database";

export function databasePathIn(folder: string): string {
  return join(folder, DATABASE);
}

/** The parts of a SQLite database, in the order in which they must go: a journal without its database is nothing. */
export const DATABASE_PARTS = ["-wal", "-shm", ""] as const;

/** Where a restore lays a damaged database. */
export function damagedPathIn(folder: string): string {
  return join(folder, "damaged.sqlite");
}

export function organiserKeyPathIn(folder: string): string {
  return join(folder, ORGANISER_KEY);
}

/** Makes the folder where needed and locks it. @throws {DataFolderError} */
export function openDataFolder(path: string): DataFolder {
  const lock = openLock(path);
  const holderPath = join(path, HOLDER);
  return {
    databasePath: databasePathIn(path),
    erasureListPath: join(path, ERASURE_LIST),
    organiserKey: (make) => readOrMakeSecret(organiserKeyPathIn(path), make),
    refuseIfDatabaseIsGone() {
      // A file of no bytes is a new database to SQLite.
      const isThere = (statSync(databasePathIn(path), { throwIfNoEntry: false })?.size ?? 0) > 0;
      if (!isThere && existsSync(join(path, HAS_DATABASE))) throw databaseGone(path);
    },
    rememberDatabase: () => rememberDatabase(join(path, HAS_DATABASE)),
    dropDamaged() {
      for (const part of DATABASE_PARTS) rmSync(damagedPathIn(path) + part, { force: true });
    },
    nameHolder: (holder) => writeFileSync(holderPath, JSON.stringify(holder)),
    [Symbol.dispose]() {
      rmSync(holderPath, { force: true });
      lock.close();
    },
  };
}

/**
 * An exclusive transaction on a database of its own: the system gives the lock back when the process is gone, also after
 * a power cut or kill -9, so nothing stale can stay behind.
 */
function openLock(path: string): SqliteDatabase.Database {
  let lock: SqliteDatabase.Database | undefined;
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    lock = new SqliteDatabase(join(path, LOCK), { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
    writeFileSync(join(path, HOLDER), "{}");
    return lock;
  } catch (cause) {
    lock?.close();
    if (cause instanceof SqliteDatabase.SqliteError && cause.code === "SQLITE_BUSY") {
      throw inUse(path, cause);
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `The data folder ${path} cannot be written (${reason}); make it writable or set DATA_DIR.`;
    throw new DataFolderError("FOLDER_UNUSABLE", message, { cause });
  }
}

function inUse(path: string, cause: Error): DataFolderError {
  const holder = readHolder(path);
  const who =
    holder === undefined
      ? "another process"
      : `process ${holder.pid}, which serves port ${holder.port}`;
  const message = `The data folder ${path} is in use by ${who}; stop that one first, or set DATA_DIR to another folder.`;
  return new DataFolderError("FOLDER_IN_USE", message, { cause });
}

function databaseGone(path: string): DataFolderError {
  const message = `The data folder ${path} held a database, and ${DATABASE} is gone from it; put it back, or set DATA_DIR to the folder it is in.`;
  return new DataFolderError("DATABASE_GONE", message);
}

function rememberDatabase(path: string): void {
  if (existsSync(path)) return;
  writeFileSync(path, `${DATABASE} belongs in this folder; a start without it is refused.\n`);
}

function readHolder(path: string): Holder | undefined {
  try {
    const { pid, port }: Partial<Holder> = JSON.parse(readFileSync(join(path, HOLDER), "utf8"));
    return pid === undefined || port === undefined ? undefined : { pid, port };
  } catch {
    return undefined; // the other one is just starting: it is named without its number
  }
}

function readOrMakeSecret(path: string, make: () => string): string {
  try {
    const secret = readFileSync(path, "utf8").trim();
    if (secret !== "") return secret;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const secret = make();
  writeFileSync(path, `${secret}\n`, { mode: 0o600 });
  chmodSync(path, 0o600); // an empty file that was there keeps its mode otherwise
  return secret;
}
