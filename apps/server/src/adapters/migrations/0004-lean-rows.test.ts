import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, it } from "vitest";

import { openDatabase } from "../open-database.ts";
import { migrationProvider } from "./index.ts";

/** A database of an older version, with these rows. @returns its path */
async function databaseAt(version: string, rows: string): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "hefboom-db-")), "hefboom.sqlite");
  const sqlite = new SqliteDatabase(path);
  await using kysely = new Kysely({ dialect: new SqliteDialect({ database: sqlite }) });
  await new Migrator({ db: kysely, provider: migrationProvider }).migrateTo(version);
  sqlite.exec(rows);
  return path;
}

it("keeps done commands and events of a database of before", async () => {
  const path = await databaseAt(
    "0003-erasures",
    `insert into boards (id, code, title, locale, authors, created_at) values ('b', 'c', 't', 'nl', 'shown', 1);
      insert into done_commands (board, id, person_id, inverse) values ('b', 'one', 'p', '{}'), ('b', 'two', 'p', null);
      insert into card_events (board, seq, n, at, phase, kind, card, lever) values
        ('b', 1, 1, 5, '', 'place', 'k', 'h01'), ('b', 1, 0, 5, '', 'create', 'k', null)`,
  );

  await using database = await openDatabase(path);

  const { kysely } = database;
  expect(await kysely.selectFrom("done_commands").selectAll().execute()).toEqual([
    { board: "b", id: "one", person_id: "p", inverse: "{}", seq: 0 },
    { board: "b", id: "two", person_id: "p", inverse: null, seq: 0 },
  ]);
  expect(await kysely.selectFrom("card_events").selectAll().execute()).toEqual([
    {
      board: "b",
      seq: 1,
      n: 0,
      at: 5,
      phase: "",
      events: '[["create",null,"k"],["place","h01","k"]]',
    },
  ]);
  await kysely.deleteFrom("boards").execute();
  expect(await kysely.selectFrom("card_events").selectAll().execute()).toEqual([]);
});

it("changes nothing of a database whose events cannot be brought over, and does it at the next start", async () => {
  const path = await databaseAt(
    "0006-leading",
    `insert into boards (id, code, title, locale, authors, created_at) values ('b', 'c', 't', 'nl', 'shown', 1);
      insert into card_events (board, seq, n, at, phase, kind, card, lever) values ('b', 1, 0, 5, '', 'create', 'k', null);
      create view in_the_way as select kind from card_events`,
  );

  await expect(openDatabase(path)).rejects.toThrow("could not be migrated");
  const between = new SqliteDatabase(path);
  const left = between.prepare("select kind, card from card_events").all();
  between.exec("drop view in_the_way");
  between.close();
  await using database = await openDatabase(path);

  expect(left).toEqual([{ kind: "create", card: "k" }]);
  const events = await database.kysely.selectFrom("card_events").select("events").execute();
  expect(events).toEqual([{ events: '[["create",null,"k"]]' }]);
});
