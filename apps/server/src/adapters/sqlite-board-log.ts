import { crc32 } from "node:zlib";
import {
  type BoardLog,
  type BoardRecords,
  type LogEntry,
  LogError,
  type Seq,
  type StoredLog,
  type StoredUpdate,
} from "@hefboom/sync";
import SqliteDatabase from "better-sqlite3";

import { type LogStatements, prepareLogStatements } from "./log-statements.ts";

/** Errors of SQLite that say: this cannot be stored now, what was stored is fine. */
const FULL_CODES = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/;
const NOTHING = new Uint8Array();

/**
 * The log of all boards in the data folder's database. An entry is one transaction that SQLite has synced to disk
 * (WAL, synchronous=FULL) when `append` resolves.
 */
export class SqliteBoardLog implements BoardLog {
  readonly #statements: LogStatements;
  readonly #commit: (boardId: string, after: Seq, entry: LogEntry) => Seq;
  readonly #now: () => number;

  /** @param sqlite stays the caller's: it is not closed here */
  constructor(sqlite: SqliteDatabase.Database, now: () => number = Date.now) {
    this.#statements = prepareLogStatements(sqlite);
    this.#commit = sqlite.transaction((boardId: string, after: Seq, entry: LogEntry) =>
      this.#write(boardId, after, entry),
    );
    this.#now = now;
  }

  async load(boardId: string): Promise<StoredLog> {
    const board = this.#statements.head.get(boardId);
    if (board === undefined) throw new LogError("LOG_MISSING", `no board ${boardId}`);
    const rows = this.#statements.rows.all(boardId);
    const updates: StoredUpdate[] = [];
    for (const [index, { seq, data, checksum }] of rows.entries()) {
      if (seq !== index + 1 || crc32(data) !== checksum) throw damaged(boardId, index + 1);
      if (data.byteLength > 0) updates.push({ seq, update: data });
    }
    if (rows.length !== board.head_seq) throw damaged(boardId, rows.length + 1);
    return { updates, head: board.head_seq };
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
    return { owners, clients };
  }

  async doneBy(boardId: string, commandIds: readonly string[]): Promise<Map<string, string>> {
    const rows = this.#statements.doneBy.all(boardId, JSON.stringify(commandIds));
    return new Map(rows.map(({ id, person_id }) => [id, person_id]));
  }

  async append(boardId: string, after: Seq, entry: LogEntry): Promise<Seq> {
    try {
      return this.#commit(boardId, after, entry);
    } catch (error) {
      if (error instanceof SqliteDatabase.SqliteError && FULL_CODES.test(error.code)) {
        throw new LogError("LOG_FULL", `cannot store: ${error.code}`, { cause: error });
      }
      throw error;
    }
  }

  /** Nothing of its own is open: the statements go with the database. */
  async [Symbol.asyncDispose](): Promise<void> {}

  #write(boardId: string, after: Seq, entry: LogEntry): Seq {
    const statements = this.#statements;
    const seq = after + 1;
    if (statements.advance.run(seq, boardId, after).changes === 0) {
      const isThere = statements.head.get(boardId) !== undefined;
      throw isThere
        ? new LogError("LOG_MOVED", `head of ${boardId} is not ${after}`)
        : new LogError("LOG_MISSING", `no board ${boardId}`);
    }
    const data = entry.update ?? NOTHING;
    statements.addRow.run(boardId, seq, data, crc32(data), this.#now());
    for (const owner of entry.owners) {
      const { cardId, personId, consent, speakerAgrees, isDeleted } = owner;
      statements.putOwner.run(
        boardId,
        cardId,
        personId,
        consent,
        Number(speakerAgrees),
        Number(isDeleted),
      );
    }
    for (const [n, event] of entry.events.entries()) {
      const { at, phase, kind, card, lever } = event;
      statements.addEvent.run(boardId, seq, n, at, phase, kind, card, lever);
    }
    for (const { id, personId } of entry.doneCommands)
      statements.addDone.run(boardId, id, personId);
    for (const { clientId, personId } of entry.clients) {
      statements.addClient.run(boardId, clientId, personId);
    }
    return seq;
  }
}

function damaged(boardId: string, seq: Seq): LogError {
  return new LogError("LOG_DAMAGED", `entry ${seq} of board ${boardId} is missing or damaged`);
}
