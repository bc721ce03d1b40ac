import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What was erased, by ids alone and without a reference to the board: the list outlives it. */
export const erasures: Migration = {
  async up(db: Kysely<Record<string, Record<string, unknown>>>) {
    await db.schema
      .createTable("erasures")
      .ifNotExists()
      .addColumn("job", "text", (job) => job.primaryKey())
      .addColumn("board", "text", (board) => board.notNull())
      .addColumn("kind", "text", (kind) => kind.notNull())
      .addColumn("target", "text", (target) => target.notNull())
      .addColumn("at", "bigint", (at) => at.notNull())
      .addColumn("state", "text", (state) => state.notNull())
      .execute();
  },
};
