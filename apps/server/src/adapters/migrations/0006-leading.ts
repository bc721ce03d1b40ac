import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

type Tables = Kysely<Record<string, Record<string, unknown>>>;

/** What leading a session needs beside the document: held cards, votes, what was decided about people, and who did what. */
export const leading: Migration = {
  async up(db: Tables) {
    await ofBoard(db, "held_cards")
      .addColumn("card_id", "text", (id) => id.notNull())
      .addColumn("state", "text", (state) => state.notNull())
      .addColumn("since", "bigint", (at) => at.notNull())
      .addColumn("card", "text", (card) => card.notNull())
      .addPrimaryKeyConstraint("held_cards_key", ["board", "card_id"])
      .execute();
    await ofBoard(db, "votes")
      .addColumn("ballot", "text", (id) => id.notNull())
      .addColumn("voter", "text", (voter) => voter.notNull())
      .addColumn("target", "text", (target) => target.notNull())
      .addColumn("dots", "integer", (dots) => dots.notNull().check(sql`dots > 0`))
      .addPrimaryKeyConstraint("votes_key", ["board", "ballot", "voter", "target"])
      .execute();
    await ofBoard(db, "board_people")
      .addColumn("person_id", "text", (id) => id.notNull())
      .addColumn("stopped_at", "bigint")
      .addColumn("hand_at", "bigint")
      .addPrimaryKeyConstraint("board_people_key", ["board", "person_id"])
      .execute();
    await ofBoard(db, "acts")
      .addColumn("seq", "integer", (seq) => seq.notNull())
      .addColumn("n", "integer", (n) => n.notNull())
      .addColumn("id", "text", (id) => id.notNull())
      .addColumn("at", "bigint", (at) => at.notNull())
      .addColumn("person_id", "text", (id) => id.notNull())
      .addColumn("role", "text", (role) => role.notNull())
      .addColumn("op", "text", (op) => op.notNull())
      .addColumn("about", "text")
      .addPrimaryKeyConstraint("acts_key", ["board", "seq", "n"])
      .execute();
    await sql`insert into board_people (board, person_id) select board, id from participants where true on conflict do nothing`.execute(
      db,
    );
  },
};

/** A table whose rows go when their board goes. */
const ofBoard = (db: Tables, name: string) =>
  db.schema
    .createTable(name)
    .ifNotExists()
    .addColumn("board", "text", (board) =>
      board.notNull().references("boards.id").onDelete("cascade"),
    );
