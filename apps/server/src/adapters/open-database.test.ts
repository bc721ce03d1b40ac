import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

import { DamagedDatabaseError, openDatabase } from "./open-database.ts";

const aPath = () => join(mkdtempSync(join(tmpdir(), "hefboom-db-")), "hefboom.sqlite");

it("keeps what was written, over a second start", async () => {
  const path = aPath();
  {
    await using first = await openDatabase(path);
    await first.kysely.insertInto("settings").values({ key: "a", value: "1" }).execute();
  }

  await using second = await openDatabase(path);

  const rows = await second.kysely.selectFrom("settings").selectAll().execute();
  expect(rows).toEqual([{ key: "a", value: "1" }]);
  expect(second.sqlite.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(second.sqlite.pragma("synchronous", { simple: true })).toBe(2);
});

it("is read by another process's tool while it is open", async () => {
  const path = aPath();
  await using open = await openDatabase(path);
  await open.kysely.insertInto("settings").values({ key: "a", value: "1" }).execute();

  await using reader = await openDatabase(path, { isReadonly: true });

  expect(await reader.kysely.selectFrom("settings").selectAll().execute()).toHaveLength(1);
});

it("can be read after it was closed", async () => {
  const path = aPath();
  await (await openDatabase(path))[Symbol.asyncDispose]();

  await using reader = await openDatabase(path, { isReadonly: true });

  expect(await reader.kysely.selectFrom("settings").selectAll().execute()).toEqual([]);
});

it("says that a file is no sound database", async () => {
  const path = aPath();
  writeFileSync(path, "this is no database, whatever its name says".repeat(100));

  await expect(openDatabase(path)).rejects.toThrow(DamagedDatabaseError);
});

it("finds damage inside a database", async () => {
  const path = aPath();
  {
    await using first = await openDatabase(path);
    const row = first.kysely.insertInto("settings");
    for (let n = 0; n < 200; n += 1) {
      await row.values({ key: `k${n}`, value: "x".repeat(500) }).execute();
    }
    first.sqlite.pragma("wal_checkpoint(TRUNCATE)");
  }
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096 * 20, 4096 * 40);
  writeFileSync(path, bytes);

  await expect(openDatabase(path)).rejects.toThrow(DamagedDatabaseError);
});
