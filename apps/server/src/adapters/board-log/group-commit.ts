import { LogError } from "@hefboom/sync";
import SqliteDatabase from "better-sqlite3";

/** Errors of SQLite that say: this cannot be stored now, what was stored is fine. */
const FULL_CODES = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/;

/** Who writes after so much silence, in ms, waits for nobody: others are not likely to come in the same moment. */
const QUIET_MS = 10;
/** Kept for what comes next. */
const FREE_PAGES_KEPT = 64;
/** A few milliseconds' work. */
const PAGES_AT_ONCE = 64;

type Outcome = () => void;
interface Work {
  /** Does its writing. @returns how to tell its owner, once it is committed */
  write(): Outcome;
  fail(error: unknown): void;
}

/**
 * Writes of all boards that wait at the same moment go to disk in one commit: one sync for all of them. Each has a
 * savepoint, so that one that may not be written spoils nothing of the others.
 */
export class GroupCommit {
  readonly #sqlite: SqliteDatabase.Database;
  readonly #writeAll: SqliteDatabase.Transaction<(group: Work[]) => Outcome[]>;
  readonly #writeOne: SqliteDatabase.Transaction<(work: Work) => Outcome>;
  readonly #elapsed: () => number;
  #waiting: Work[] = [];
  #flushedAt = Number.NEGATIVE_INFINITY;

  /** @param elapsed milliseconds of a clock that only goes forward */
  constructor(sqlite: SqliteDatabase.Database, elapsed: () => number = () => performance.now()) {
    this.#sqlite = sqlite;
    this.#elapsed = elapsed;
    this.#writeOne = sqlite.transaction((work: Work) => work.write());
    this.#writeAll = sqlite.transaction((group: Work[]) => group.map((work) => this.#try(work)));
  }

  /** Resolves with what `write` returned once it survives a power cut. @throws {LogError} LOG_FULL; what `write` threw */
  run<T>(write: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#waiting.push({
      write: () => {
        const result = write();
        return () => resolve(result);
      },
      fail: reject,
    });
    if (this.#waiting.length === 1) this.#plan();
    return promise;
  }

  /** Gives pages that hold nothing any more back to the disk, some at a time. */
  async giveBack(): Promise<void> {
    for (let pages = this.#freePages(); pages > FREE_PAGES_KEPT; ) {
      await this.run(() => this.#sqlite.pragma(`incremental_vacuum(${PAGES_AT_ONCE})`));
      const left = this.#freePages();
      if (left >= pages) return; // a file of before, which cannot shrink
      pages = left;
    }
  }

  #freePages(): number {
    return Number(this.#sqlite.pragma("freelist_count", { simple: true }));
  }

  #plan(): void {
    const isQuiet = this.#elapsed() - this.#flushedAt > QUIET_MS;
    if (isQuiet) queueMicrotask(() => this.#flush());
    // What else arrives with the same poll of sockets gets into the same commit.
    else setImmediate(() => this.#flush());
  }

  #flush(): void {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      for (const tell of this.#write(group)) tell();
    } catch (cause) {
      const error = toLogError(cause);
      for (const work of group) work.fail(error);
    }
    this.#flushedAt = this.#elapsed();
  }

  /** One alone needs no savepoint: the transaction is its own. */
  #write(group: Work[]): Outcome[] {
    const [first] = group;
    if (first === undefined || group.length > 1) return this.#writeAll.immediate(group);
    return [this.#writeOne.immediate(first)];
  }

  #try(work: Work): Outcome {
    try {
      return this.#writeOne(work);
    } catch (error) {
      // A full disk may have taken the whole transaction back, so it is everybody's.
      if (!this.#sqlite.inTransaction || isFull(error)) throw error;
      return () => work.fail(error);
    }
  }
}

function isFull(error: unknown): error is Error & { code: string } {
  return error instanceof SqliteDatabase.SqliteError && FULL_CODES.test(error.code);
}

function toLogError(error: unknown): unknown {
  if (!isFull(error)) return error;
  return new LogError("LOG_FULL", `cannot store: ${error.code}`, { cause: error });
}
