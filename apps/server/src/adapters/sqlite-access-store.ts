import type { KeyRole } from "@hefboom/contract";
import SqliteDatabase from "better-sqlite3";
import type { Kysely, Selectable } from "kysely";

import {
  type AccessStore,
  type BoardCounts,
  type BoardRecord,
  type EssayRecord,
  JoinCodeTakenError,
  type KeyRecord,
  type NewParticipant,
  type ParticipantRecord,
  type TokenRecord,
} from "../access/access-store.ts";
import {
  countCards,
  insertParticipant,
  selectParticipants,
  toParticipant,
} from "./access/participant-rows.ts";
import { insertSecondToken, toTokenRow } from "./access/token-rows.ts";
import type { Database } from "./database-schema.ts";
import type { OpenDatabase } from "./open-database.ts";
import { runTogether } from "./run-together.ts";

/** The tables of `AccessStore` in SQLite. Each call runs in one turn; see `OpenDatabase`. */
export class SqliteAccessStore implements AccessStore {
  readonly #database: OpenDatabase;
  readonly #db: Kysely<Database>;

  constructor(database: OpenDatabase) {
    this.#database = database;
    this.#db = database.kysely;
  }

  async addBoard(board: BoardRecord, keys: readonly KeyRecord[]): Promise<void> {
    const { createdAt, ...row } = board;
    const boardRow = this.#db.insertInto("boards").values({ ...row, created_at: createdAt });
    const keyRows = keys.map((key) => this.#insertKey(board.id, key, createdAt));
    try {
      runTogether(this.#database, [boardRow, ...keyRows]);
    } catch (error) {
      throw orCodeTaken(error, board.code);
    }
  }

  async renewCode(boardId: string, code: string): Promise<void> {
    try {
      await this.#db.updateTable("boards").set({ code }).where("id", "=", boardId).execute();
    } catch (error) {
      throw orCodeTaken(error, code);
    }
  }

  async board(boardId: string): Promise<BoardRecord | undefined> {
    const row = await this.#db
      .selectFrom("boards")
      .selectAll()
      .where("id", "=", boardId)
      .executeTakeFirst();
    return row && toBoard(row);
  }

  async boardByCode(code: string): Promise<BoardRecord | undefined> {
    const row = await this.#db
      .selectFrom("boards")
      .selectAll()
      .where("code", "=", code)
      .executeTakeFirst();
    return row && toBoard(row);
  }

  async boards(): Promise<BoardRecord[]> {
    const rows = await this.#db
      .selectFrom("boards")
      .selectAll()
      .orderBy("created_at", "desc")
      .orderBy("id")
      .execute();
    return rows.map(toBoard);
  }

  async counts(boardId: string): Promise<BoardCounts> {
    const cards = await this.#db
      .selectFrom("card_owners")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("board", "=", boardId)
      .where("deleted", "=", 0)
      .executeTakeFirstOrThrow();
    const participants = await this.#db
      .selectFrom("participants")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("board", "=", boardId)
      .executeTakeFirstOrThrow();
    return { cards: cards.count, participants: participants.count };
  }

  async eraseBoard(boardId: string): Promise<void> {
    await this.#db.deleteFrom("boards").where("id", "=", boardId).execute();
    this.#emptyJournal();
  }

  async eraseUnfinishedBoards(): Promise<void> {
    await this.#db
      .deleteFrom("boards")
      .where("head_seq", "=", 0)
      // rows without a head are damage, which is told when the board is opened, and nothing to throw away
      .where("id", "not in", this.#db.selectFrom("board_log").select("board"))
      .execute();
  }

  async keyRoles(boardId: string): Promise<KeyRole[]> {
    const rows = await this.#db
      .selectFrom("board_keys")
      .select("role")
      .where("board", "=", boardId)
      .orderBy("role")
      .execute();
    return rows.map(({ role }) => role);
  }

  async keyHolder(hash: Uint8Array): Promise<{ boardId: string; key: KeyRecord } | undefined> {
    const row = await this.#db
      .selectFrom("board_keys")
      .selectAll()
      .where("key_hash", "=", hash)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return { boardId: row.board, key: { role: row.role, hash: row.key_hash } };
  }

  async renewKey(boardId: string, key: KeyRecord, now: number): Promise<string[]> {
    const given = this.#db
      .selectFrom("tokens")
      .select("person_id")
      .where("board", "=", boardId)
      .where("role", "=", key.role)
      .where("revoked_at", "is", null);
    const dead = await given.execute();
    runTogether(this.#database, [
      this.#db.deleteFrom("board_keys").where("board", "=", boardId).where("role", "=", key.role),
      this.#insertKey(boardId, key, now),
      this.#db
        .updateTable("tokens")
        .set({ revoked_at: now })
        .where("board", "=", boardId)
        .where("role", "=", key.role)
        .where("revoked_at", "is", null),
    ]);
    return dead.map((row) => row.person_id);
  }

  async addToken(token: TokenRecord): Promise<void> {
    await this.#insertToken(token).execute();
  }

  async addSecondToken(token: TokenRecord): Promise<boolean> {
    return (await insertSecondToken(this.#db, token)) === 1;
  }

  async token(hash: Uint8Array, now: number): Promise<TokenRecord | undefined> {
    const row = await this.#db
      .selectFrom("tokens")
      .selectAll()
      .where("hash", "=", hash)
      .where("expires_at", ">", now)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    return (
      row && {
        hash: row.hash,
        boardId: row.board ?? undefined,
        role: row.role,
        personId: row.person_id,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      }
    );
  }

  async addParticipant(participant: NewParticipant, token: TokenRecord): Promise<void> {
    const insert = insertParticipant(this.#db, participant);
    runTogether(this.#database, [insert, this.#insertToken(token)]);
  }

  async participant(boardId: string, id: string): Promise<ParticipantRecord | undefined> {
    const row = await selectParticipants(this.#db, boardId)
      .where("participants.id", "=", id)
      .executeTakeFirst();
    return row && toParticipant(row);
  }

  async participants(boardId: string): Promise<ParticipantRecord[]> {
    return (await selectParticipants(this.#db, boardId).execute()).map(toParticipant);
  }

  cardCounts(boardId: string): Promise<Map<string, number>> {
    return countCards(this.#db, boardId);
  }

  async putEssay({ boardId, ...essay }: EssayRecord): Promise<void> {
    await this.#db
      .insertInto("essays")
      .values({ board: boardId, ...essay })
      .onConflict((conflict) => conflict.column("board").doUpdateSet(essay))
      .execute();
  }

  async essay(boardId: string): Promise<EssayRecord | undefined> {
    const row = await this.#db
      .selectFrom("essays")
      .selectAll()
      .where("board", "=", boardId)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { source, view } = row;
    return { boardId, source, view, format: row.format === "markdown" ? "markdown" : "plain" };
  }

  async putSetting(key: string, value: string): Promise<void> {
    await this.#db
      .insertInto("settings")
      .values({ key, value })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
      .execute();
  }

  async setting(key: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom("settings")
      .select("value")
      .where("key", "=", key)
      .executeTakeFirst();
    return row?.value;
  }

  #insertKey(boardId: string, { role, hash }: KeyRecord, now: number) {
    return this.#db
      .insertInto("board_keys")
      .values({ board: boardId, role, key_hash: hash, created_at: now });
  }

  #insertToken(token: TokenRecord) {
    return this.#db.insertInto("tokens").values(toTokenRow(token));
  }

  /** secure_delete overwrites the pages; what the write-ahead log still holds of them goes here. */
  #emptyJournal(): void {
    this.#database.sqlite.pragma("wal_checkpoint(TRUNCATE)");
  }
}

function toBoard(row: Selectable<Database["boards"]>): BoardRecord {
  const { id, code, title, locale, authors } = row;
  return { id, code, title, locale, authors, createdAt: row.created_at };
}

function orCodeTaken(error: unknown, code: string): unknown {
  if (!isTaken(error)) return error;
  return new JoinCodeTakenError(`the join code ${code} is taken`, { cause: error });
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof SqliteDatabase.SqliteError &&
    error.code === "SQLITE_CONSTRAINT_UNIQUE" &&
    error.message.includes("boards.code")
  );
}
