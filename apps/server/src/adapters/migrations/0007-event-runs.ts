import { type Kysely, SqliteAdapter, sql } from "kysely";
import type { Migration } from "kysely/migration";

import { wholeOrNotAtAll } from "./whole-or-not-at-all.ts";

type Tables = Kysely<Record<string, Record<string, unknown>>>;

/**
 * What a batch did to cards is one row instead of one for each card: the rows' own names and numbers were two thirds of a
 * long-lived store.
 */
export const eventRuns: Migration = {
  async up(db: Tables) {
    if (isSqlite(db)) await wholeOrNotAtAll(db, () => rebuild(db));
    else await rebuild(db);
  },
};

async function rebuild(db: Tables): Promise<void> {
  await db.schema
    .createTable("event_runs")
    .addColumn("board", "text", (board) =>
      board.notNull().references("boards.id").onDelete("cascade"),
    )
    .addColumn("seq", "integer", (seq) => seq.notNull())
    .addColumn("n", "integer", (n) => n.notNull())
    .addColumn("at", "bigint", (at) => at.notNull())
    .addColumn("phase", "text", (phase) => phase.notNull())
    .addColumn("events", "text", (events) => events.notNull())
    .addPrimaryKeyConstraint("event_runs_key", ["board", "seq", "n"])
    .modifyEnd(isSqlite(db) ? sql`without rowid` : sql``)
    .execute();
  if (isSqlite(db)) {
    await sql`insert into event_runs (board, seq, n, at, phase, events)
        select board, seq, min(n), at, phase, json_group_array(json_array(kind, lever, card) order by n)
        from card_events group by board, seq, at, phase`.execute(db);
  }
  await db.schema.dropTable("card_events").execute();
  await db.schema.alterTable("event_runs").renameTo("card_events").execute();
}

const isSqlite = (db: Tables) => db.getExecutor().adapter instanceof SqliteAdapter;
