import { NOBODY_ID } from "@hefboom/board";
import type { Kysely, Selectable } from "kysely";

import type { Erasure, ErasureState, ErasureStore } from "../erasing/erasure-store.ts";
import type { Database } from "./database-schema.ts";
import { dismissPeople, rehearsalQueries, selectDismissed } from "./erasing/rehearsal-queries.ts";
import { BUSY_TIMEOUT_MS, type OpenDatabase } from "./open-database.ts";
import { runTogether } from "./run-together.ts";

/** Erasures in SQLite, where `secure_delete` overwrites what a row held. */
export class SqliteErasureStore implements ErasureStore {
  readonly #database: OpenDatabase;
  readonly #db: Kysely<Database>;

  constructor(database: OpenDatabase) {
    this.#database = database;
    this.#db = database.kysely;
  }

  async add({ boardId, ...erasure }: Erasure): Promise<void> {
    await this.#db
      .insertInto("erasures")
      .values({ ...erasure, board: boardId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async setState(job: string, state: ErasureState): Promise<void> {
    await this.#db.updateTable("erasures").set({ state }).where("job", "=", job).execute();
  }

  async erasure(job: string): Promise<Erasure | undefined> {
    const row = await this.#db
      .selectFrom("erasures")
      .selectAll()
      .where("job", "=", job)
      .executeTakeFirst();
    return row && toErasure(row);
  }

  async erasures(): Promise<Erasure[]> {
    const rows = await this.#db.selectFrom("erasures").selectAll().orderBy("at").execute();
    return rows.map(toErasure);
  }

  async hasChangedSince(boardId: string, at: number): Promise<boolean> {
    const event = await this.#db
      .selectFrom("card_events")
      .select("seq")
      .where("board", "=", boardId)
      .where("at", ">", at)
      .executeTakeFirst();
    return event !== undefined;
  }

  async dismissPerson(boardId: string, personId: string): Promise<void> {
    const ofBoard = this.#db.deleteFrom("tokens").where("board", "=", boardId);
    await ofBoard.where("person_id", "=", personId).execute();
  }

  async dismiss(boardId: string): Promise<string[]> {
    await dismissPeople(this.#db, boardId).execute();
    const rows = await selectDismissed(this.#db, boardId).execute();
    return rows.map(({ id }) => id);
  }

  async eraseRows(erasure: Erasure): Promise<void> {
    runTogether(this.#database, this.#queriesOf(erasure));
  }

  async emptyJournal(): Promise<boolean> {
    const { sqlite } = this.#database;
    sqlite.pragma("busy_timeout = 0"); // everybody would wait with it for who reads from another process
    try {
      return sqlite.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0;
    } finally {
      sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    }
  }

  #queriesOf({ kind, boardId, target }: Erasure) {
    switch (kind) {
      case "board":
        return [this.#db.deleteFrom("boards").where("id", "=", target)];
      case "card":
        return this.#ofCards(boardId, "card_id", target);
      case "person":
        return [...this.#ofCards(boardId, "person_id", target), ...this.#ofPerson(boardId, target)];
      case "rehearsal":
        return rehearsalQueries(this.#db, boardId);
    }
  }

  /** The ids of the cards stay, as ids once used. */
  #ofCards(boardId: string, by: "card_id" | "person_id", target: string) {
    const cards = this.#db
      .selectFrom("card_owners")
      .select("card_id")
      .where("board", "=", boardId)
      .where(by, "=", target);
    return [
      this.#db.deleteFrom("bin").where("board", "=", boardId).where("card_id", "in", cards),
      this.#db.deleteFrom("held_cards").where("board", "=", boardId).where("card_id", "in", cards),
      this.#db
        .updateTable("card_owners")
        .set({ person_id: null, consent: "none", speaker_agrees: 0, deleted: 1 })
        .where("board", "=", boardId)
        .where(by, "=", target),
    ];
  }

  /** Their Yjs clientIDs stay nobody's, and the ids of their commands stay used. */
  #ofPerson(boardId: string, personId: string) {
    return [
      this.#db
        .updateTable("board_clients")
        .set({ person_id: null })
        .where("board", "=", boardId)
        .where("person_id", "=", personId),
      this.#db
        .updateTable("bin")
        .set({ binned_by: "" })
        .where("board", "=", boardId)
        .where("binned_by", "=", personId),
      this.#db
        .updateTable("done_commands")
        .set({ person_id: "", inverse: null })
        .where("board", "=", boardId)
        .where("person_id", "=", personId),
      this.#db // how those who led would take back what they decided about this person
        .updateTable("done_commands")
        .set({ inverse: null })
        .where("board", "=", boardId)
        .where("inverse", "like", `%"${personId}"%`),
      this.#db // headings as they once were, which may be this person's words: nobody knows whose
        .updateTable("done_commands")
        .set({ inverse: null })
        .where("board", "=", boardId)
        .where("inverse", "like", '{"op":"clusters"%'),
      this.#db.deleteFrom("votes").where("board", "=", boardId).where("voter", "=", personId),
      this.#db
        .updateTable("acts")
        .set({ person_id: NOBODY_ID })
        .where("board", "=", boardId)
        .where("person_id", "=", personId),
      this.#db
        .updateTable("acts")
        .set({ about: null })
        .where("board", "=", boardId)
        .where("about", "=", personId),
      this.#db
        .deleteFrom("board_people")
        .where("board", "=", boardId)
        .where("person_id", "=", personId),
      this.#db.deleteFrom("tokens").where("board", "=", boardId).where("person_id", "=", personId),
      this.#db.deleteFrom("participants").where("board", "=", boardId).where("id", "=", personId),
    ];
  }
}

function toErasure({ board, ...erasure }: Selectable<Database["erasures"]>): Erasure {
  return { ...erasure, boardId: board };
}
