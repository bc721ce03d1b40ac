import { type Kysely, SqliteAdapter } from "kysely";
import type { Migration } from "kysely/migration";

type Tables = Kysely<Record<string, Record<string, unknown>>>;

/** Snapshots of logs in parts, the bin, and how done commands are taken back. May be run again after it was cut off. */
export const snapshotsAndBin: Migration = {
  async up(db: Tables) {
    const bytes = db.getExecutor().adapter instanceof SqliteAdapter ? "blob" : "bytea";
    if (await lacksColumn(db, "boards", "epoch")) {
      await db.schema
        .alterTable("boards")
        .addColumn("epoch", "integer", (epoch) => epoch.notNull().defaultTo(1))
        .execute();
    }
    if (await lacksColumn(db, "done_commands", "inverse")) {
      await db.schema.alterTable("done_commands").addColumn("inverse", "text").execute();
    }
    await ofBoard(db, "board_snapshots")
      .addColumn("id", "integer", (id) => id.notNull())
      .addColumn("seq", "integer", (seq) => seq.notNull())
      .addColumn("parts", "integer", (parts) => parts.notNull())
      .addPrimaryKeyConstraint("board_snapshots_key", ["board"])
      .execute();
    await ofBoard(db, "board_parts")
      .addColumn("snapshot", "integer", (id) => id.notNull())
      .addColumn("n", "integer", (n) => n.notNull())
      .addColumn("data", bytes, (data) => data.notNull())
      .addColumn("checksum", "bigint", (checksum) => checksum.notNull())
      .addColumn("stream_bytes", "bigint", (size) => size.notNull())
      .addColumn("stream_crc", "bigint", (crc) => crc.notNull())
      .addPrimaryKeyConstraint("board_parts_key", ["board", "snapshot", "n"])
      .execute();
    await ofBoard(db, "bin")
      .addColumn("card_id", "text", (id) => id.notNull())
      .addColumn("binned_at", "bigint", (at) => at.notNull())
      .addColumn("binned_by", "text", (by) => by.notNull())
      .addColumn("card", "text", (card) => card.notNull())
      .addPrimaryKeyConstraint("bin_key", ["board", "card_id"])
      .execute();
    await db.schema
      .createTable("log_probe")
      .ifNotExists()
      .addColumn("id", "integer", (id) => id.primaryKey())
      .addColumn("data", bytes, (data) => data.notNull())
      .execute();
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

async function lacksColumn(db: Tables, table: string, column: string): Promise<boolean> {
  const tables = await db.introspection.getTables();
  const columns = tables.find(({ name }) => name === table)?.columns ?? [];
  return columns.every(({ name }) => name !== column);
}
