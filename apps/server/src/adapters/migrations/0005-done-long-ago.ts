import { type Kysely, SqliteAdapter } from "kysely";
import type { Migration } from "kysely/migration";

/** What stays of commands of long ago: marks of their ids, many in a row. */
export const doneLongAgo: Migration = {
  async up(db: Kysely<Record<string, Record<string, unknown>>>) {
    const bytes = db.getExecutor().adapter instanceof SqliteAdapter ? "blob" : "bytea";
    await db.schema
      .createTable("done_long_ago")
      .ifNotExists()
      .addColumn("board", "text", (board) =>
        board.notNull().references("boards.id").onDelete("cascade"),
      )
      .addColumn("n", "integer", (n) => n.notNull())
      .addColumn("marks", bytes, (marks) => marks.notNull())
      .addPrimaryKeyConstraint("done_long_ago_key", ["board", "n"])
      .execute();
  },
};
