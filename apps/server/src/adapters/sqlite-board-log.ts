import type { BinnedCard } from "@hefboom/board";
import {
  type Act,
  type BoardLog,
  type BoardRecords,
  type LogEntry,
  LogError,
  type Rewriting,
  type Seq,
  type StoredLog,
} from "@hefboom/sync";
import type SqliteDatabase from "better-sqlite3";

import type { Appended } from "../snapshots/compactor.ts";
import type { LogShape, PackedBoards, PackedLog } from "../snapshots/packed-log.ts";
import { unpackAll } from "../snapshots/packing/packed-part.ts";
import { type BookStatements, prepareBookStatements } from "./board-log/books/book-statements.ts";
import { clearActs } from "./board-log/books/clear-acts.ts";
import { readBooks } from "./board-log/books/read-books.ts";
import { writeBooks } from "./board-log/books/write-books.ts";
import { DoneCommands } from "./board-log/done/done-commands.ts";
import { GroupCommit } from "./board-log/group-commit.ts";
import {
  type BinRow,
  type LogStatements,
  prepareLogStatements,
} from "./board-log/log-statements.ts";
import { readLog, readShape } from "./board-log/read-log.ts";
import { rewriteLog } from "./board-log/rewrite-log.ts";
import {
  prepareSnapshotStatements,
  type SnapshotStatements,
} from "./board-log/snapshot-statements.ts";
import { writeEntry } from "./board-log/write-entry.ts";

/** As much as a busy batch takes, so that what follows a probe that went well fits too. */
const PROBE_BYTES = 32 * 1024;

/**
 * The log of all boards in the data folder's database. What was written is synced to disk (WAL, synchronous=FULL) when
 * a call resolves.
 */
export class SqliteBoardLog implements BoardLog, PackedBoards {
  readonly #sqlite: SqliteDatabase.Database;
  readonly #statements: LogStatements;
  readonly #snapshots: SnapshotStatements;
  readonly #commits: GroupCommit;
  readonly #done: DoneCommands;
  readonly #now: () => number;
  #preparedBooks: BookStatements | undefined;
  #appended: ((boardId: string, appended: Appended) => void) | undefined;
  /** The last rewriting of each board; they go one after the other. */
  readonly #rewritings = new Map<string, Promise<void>>();

  /** @param sqlite stays the caller's: it is not closed here */
  constructor(sqlite: SqliteDatabase.Database, now: () => number = Date.now) {
    this.#sqlite = sqlite;
    this.#statements = prepareLogStatements(sqlite);
    this.#snapshots = prepareSnapshotStatements(sqlite);
    this.#commits = new GroupCommit(sqlite);
    this.#done = new DoneCommands(sqlite);
    this.#now = now;
  }

  async shape(boardId: string): Promise<LogShape> {
    return readShape(this.#snapshots, boardId);
  }

  packed(boardId: string): Promise<PackedLog> {
    return readLog(this.#snapshots, boardId);
  }

  async load(boardId: string): Promise<StoredLog> {
    const { snapshot, ...rest } = await this.packed(boardId);
    if (snapshot === undefined) return { ...rest, snapshot };
    const parts = await unpackAll(boardId, snapshot.parts);
    return { ...rest, snapshot: { seq: snapshot.seq, parts } };
  }

  async records(boardId: string): Promise<BoardRecords> {
    const owners = this.#statements.owners.all(boardId).map((row) => ({
      cardId: row.card_id,
      personId: row.person_id,
      consent: row.consent,
      speakerAgrees: row.speaker_agrees === 1,
      isDeleted: row.deleted === 1,
    }));
    const clients = this.#statements.clients
      .all(boardId)
      .map((row) => ({ clientId: row.client_id, personId: row.person_id }));
    return { owners, clients, ...readBooks(this.#books, boardId) };
  }

  async acts(
    boardId: string,
    { before, count }: { before: number; count: number },
  ): Promise<Act[]> {
    return this.#books.acts
      .all(boardId, before, count)
      .map(({ person_id, ...act }) => ({ ...act, personId: person_id }));
  }

  async doneBy(boardId: string, commandIds: readonly string[]) {
    return this.#done.by(boardId, commandIds);
  }

  async inversesOf(boardId: string, commandIds: readonly string[]) {
    const rows = this.#statements.inverses.all(boardId, JSON.stringify(commandIds));
    return new Map(
      rows.map(({ id, person_id, inverse }) => [id, { personId: person_id, inverse }]),
    );
  }

  async inversesBy(boardId: string, personId: string): Promise<string[]> {
    return this.#statements.inversesBy.all(boardId, personId).map(({ inverse }) => inverse);
  }

  async nameOf(boardId: string, personId: string): Promise<string | undefined> {
    return this.#books.nameOf.get(boardId, personId)?.name ?? undefined;
  }

  async binned(boardId: string, cardIds: readonly string[]): Promise<Map<string, BinnedCard>> {
    const rows = this.#statements.binned.all(boardId, JSON.stringify(cardIds));
    return new Map(rows.map((row) => [row.card_id, toBinnedCard(row)]));
  }

  async bin(boardId: string): Promise<BinnedCard[]> {
    return this.#statements.bin.all(boardId).map(toBinnedCard);
  }

  /** `listener` is told of each entry that was stored. */
  onAppended(listener: (boardId: string, appended: Appended) => void): void {
    this.#appended = listener;
  }

  async head(boardId: string): Promise<Seq> {
    return readShape(this.#snapshots, boardId).head;
  }

  async append(boardId: string, after: Seq, entry: LogEntry): Promise<Seq> {
    const seq = after + 1;
    await this.#commits.run(() => {
      const { changes } = this.#statements.advance.run(seq, boardId, after);
      if (changes === 0) {
        const { head } = readShape(this.#snapshots, boardId);
        throw new LogError("LOG_MOVED", `head of ${boardId} is ${head}, not ${after}`);
      }
      writeEntry(this.#statements, entry, { boardId, seq, now: this.#now() });
      writeBooks(this.#books, entry, { boardId, seq });
    });
    this.#appended?.(boardId, {
      bytes: entry.update?.byteLength ?? 0,
      takesOff: takenOff(entry),
    });
    return seq;
  }

  async rewrite(boardId: string, rewriting: Rewriting): Promise<void> {
    const before = this.#rewritings.get(boardId) ?? Promise.resolve();
    const store = {
      statements: this.#snapshots,
      commits: this.#commits,
      done: this.#done,
    };
    const running = before
      .catch(() => undefined) // its own caller was told
      .then(() => rewriteLog(store, boardId, rewriting));
    this.#rewritings.set(boardId, running);
    try {
      await running;
    } finally {
      if (this.#rewritings.get(boardId) === running) this.#rewritings.delete(boardId);
    }
  }

  async clearBin(before: number): Promise<void> {
    await this.#commits.run(() => this.#statements.clearBin.run(before));
  }

  async clearActs(bound: { before: number; count: number }): Promise<void> {
    await clearActs({ books: this.#books, commits: this.#commits }, bound);
  }

  async probe(): Promise<void> {
    await this.#commits.run(() => this.#statements.probe.run(new Uint8Array(PROBE_BYTES)));
  }

  /** Prepared when first needed: a copy that an older version made has no such tables, and is read all the same. */
  get #books(): BookStatements {
    this.#preparedBooks ??= prepareBookStatements(this.#sqlite);
    return this.#preparedBooks;
  }

  /** Nothing of its own is open: the statements go with the database. */
  async [Symbol.asyncDispose](): Promise<void> {}
}

function takenOff({ events, books }: LogEntry): Appended["takesOff"] {
  const isRenaming = books?.people.some(({ name }) => name !== undefined) === true;
  if (isRenaming || events.some(({ kind }) => kind === "hide")) return "hidden";
  return events.some(({ kind }) => kind === "delete") ? "deleted" : undefined;
}

function toBinnedCard({ card_id, binned_at, binned_by, card }: BinRow): BinnedCard {
  // The log itself wrote it, in `writeEntry`.
  const content = JSON.parse(card) as Pick<BinnedCard, "facts" | "place" | "text">;
  return { cardId: card_id, binnedAt: binned_at, binnedBy: binned_by, ...content };
}
