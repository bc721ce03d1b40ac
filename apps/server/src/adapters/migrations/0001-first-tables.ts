import {
  type ColumnDataType,
  type ColumnDefinitionBuilder,
  type CreateTableBuilder,
  type Kysely,
  SqliteAdapter,
  sql,
} from "kysely";
import type { Migration } from "kysely/migration";

/** A migration sees tables as they were when it was written, so it knows no `Database` type. */
type AnyTables = Record<string, Record<string, unknown>>;
type Tables = Kysely<AnyTables>;

/** Column types that both databases know; only bytes have two names. */
interface Types {
  bytes: ColumnDataType;
  time: ColumnDataType;
}

/**
 * Each table is made only where it is not there yet: SQLite runs no migration in a transaction, so a start that was
 * cut off half-way is simply done again.
 */
export const firstTables: Migration = {
  async up(db: Tables) {
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
    const types: Types = { bytes: isSqlite ? "blob" : "bytea", time: "bigint" };
    for (const table of [...accessTables(db, types), ...logTables(db, types)])
      await table.execute();
    await db.schema
      .createIndex("tokens_of_board")
      .ifNotExists()
      .on("tokens")
      .columns(["board", "role"])
      .execute();
  },
};

function accessTables(db: Tables, { bytes, time }: Types) {
  return [
    create(db, "boards")
      .addColumn("id", "text", (id) => id.primaryKey())
      .addColumn("code", "text", (code) => code.notNull().unique())
      .addColumn("title", "text", (title) => title.notNull())
      .addColumn("locale", "text", (locale) => locale.notNull())
      .addColumn("authors", "text", (authors) => authors.notNull())
      .addColumn("created_at", time, (at) => at.notNull())
      .addColumn("head_seq", "integer", (seq) => seq.notNull().defaultTo(0)),
    ofBoard(db, "board_keys")
      .addColumn("role", "text", (role) => role.notNull())
      .addColumn("key_hash", bytes, (hash) => hash.notNull().unique())
      .addColumn("created_at", time, (at) => at.notNull())
      .addPrimaryKeyConstraint("board_keys_key", ["board", "role"]),
    create(db, "tokens")
      .addColumn("hash", bytes, (hash) => hash.primaryKey().notNull())
      .addColumn("board", "text", (board) => board.references("boards.id").onDelete("cascade"))
      .addColumn("role", "text", (role) => role.notNull())
      .addColumn("person_id", "text", (id) => id.notNull())
      .addColumn("created_at", time, (at) => at.notNull())
      .addColumn("expires_at", time, (at) => at.notNull())
      .addColumn("revoked_at", time),
    ofBoard(db, "participants")
      .addColumn("id", "text", (id) => id.notNull())
      .addColumn("name", "text")
      .addColumn("consent", "text", (consent) => consent.notNull())
      .addColumn("hue", "integer", (hue) => hue.notNull())
      .addColumn("created_at", time, (at) => at.notNull())
      .addPrimaryKeyConstraint("participants_key", ["board", "id"]),
    ofBoard(db, "essays")
      .addColumn("source", bytes, (source) => source.notNull())
      .addColumn("format", "text", (format) => format.notNull())
      .addColumn("view", "text", (view) => view.notNull())
      .addPrimaryKeyConstraint("essays_key", ["board"]),
    create(db, "settings")
      .addColumn("key", "text", (key) => key.primaryKey())
      .addColumn("value", "text", (value) => value.notNull()),
  ];
}

function logTables(db: Tables, { bytes, time }: Types) {
  return [
    ofBoard(db, "board_log")
      .addColumn("seq", "integer", (seq) => seq.notNull())
      .addColumn("data", bytes, (data) => data.notNull())
      .addColumn("checksum", "bigint", (checksum) => checksum.notNull())
      .addColumn("at", time, (at) => at.notNull())
      .addPrimaryKeyConstraint("board_log_key", ["board", "seq"]),
    ofBoard(db, "card_owners")
      .addColumn("card_id", "text", (id) => id.notNull())
      .addColumn("person_id", "text")
      .addColumn("consent", "text", (consent) => consent.notNull())
      .addColumn("speaker_agrees", "smallint", flag)
      .addColumn("deleted", "smallint", flag)
      .addPrimaryKeyConstraint("card_owners_key", ["board", "card_id"]),
    ofBoard(db, "card_events")
      .addColumn("seq", "integer", (seq) => seq.notNull())
      .addColumn("n", "integer", (n) => n.notNull())
      .addColumn("at", time, (at) => at.notNull())
      .addColumn("phase", "text", (phase) => phase.notNull())
      .addColumn("kind", "text", (kind) => kind.notNull())
      .addColumn("card", "text", (card) => card.notNull())
      .addColumn("lever", "text")
      .addPrimaryKeyConstraint("card_events_key", ["board", "seq", "n"]),
    ofBoard(db, "done_commands")
      .addColumn("id", "text", (id) => id.notNull())
      .addColumn("person_id", "text", (id) => id.notNull())
      .addPrimaryKeyConstraint("done_commands_key", ["board", "id"]),
    ofBoard(db, "board_clients")
      .addColumn("client_id", "bigint", (id) => id.notNull())
      .addColumn("person_id", "text")
      .addPrimaryKeyConstraint("board_clients_key", ["board", "client_id"]),
  ];
}

const create = (db: Tables, name: string): CreateTableBuilder<string> =>
  db.schema.createTable(name).ifNotExists();

/** A table whose rows go when their board goes. */
const ofBoard = (db: Tables, name: string) =>
  create(db, name).addColumn("board", "text", (board) =>
    board.notNull().references("boards.id").onDelete("cascade"),
  );

const flag = (column: ColumnDefinitionBuilder) => column.notNull().defaultTo(sql`0`);
