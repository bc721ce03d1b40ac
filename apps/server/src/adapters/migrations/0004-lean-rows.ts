import { type Kysely, SqliteAdapter, sql } from "kysely";
import type { Migration } from "kysely/migration";

import { wholeOrNotAtAll } from "./whole-or-not-at-all.ts";

type Tables = Kysely<Record<string, Record<string, unknown>>>;

/**
 * What grows with every command is stored once, in the order of its key, instead of in a table and an index beside it:
 * that was two thirds of a long-lived store. Done commands say in which entry they were done.
 */
export const leanRows: Migration = {
  async up(db: Tables) {
    if (!(db.getExecutor().adapter instanceof SqliteAdapter)) {
      const column = db.schema.alterTable("done_commands");
      await column.addColumn("seq", "integer", (seq) => seq.notNull().defaultTo(0)).execute();
      return;
    }
    await wholeOrNotAtAll(db, async () => {
      await rebuild(db, {
        table: "done_commands",
        columns: "board, id, person_id, inverse",
        definition: `board text not null references boards (id) on delete cascade, id text not null,
          person_id text not null, inverse text, seq integer not null default 0, primary key (board, id)`,
      });
      await rebuild(db, {
        table: "card_events",
        columns: "board, seq, n, at, phase, kind, card, lever",
        definition: `board text not null references boards (id) on delete cascade, seq integer not null,
          n integer not null, at bigint not null, phase text not null, kind text not null,
          card text not null, lever text, primary key (board, seq, n)`,
      });
    });
  },
};

interface Rebuilding {
  table: string;
  /** Those that are taken over. */
  columns: string;
  definition: string;
}

async function rebuild(db: Tables, { table, columns, definition }: Rebuilding): Promise<void> {
  for (const statement of [
    `create table lean_rows (${definition}) without rowid`,
    `insert into lean_rows (${columns}) select ${columns} from ${table}`,
    `drop table ${table}`,
    `alter table lean_rows rename to ${table}`,
  ]) {
    await sql.raw(statement).execute(db);
  }
}
