import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { expect, it } from "vitest";

import { openDatabase } from "../open-database.ts";
import { checkCopy } from "./check-copy.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

/** A folder with a database and a copy of it. */
async function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), "hefboom-keeping-"));
  const path = (name: string) => join(folder, name);
  await (await openDatabase(path("hefboom.sqlite")))[Symbol.asyncDispose]();
  const out = path("copy");
  const modes: number[] = [];
  await writeBackup({
    databasePath: path("hefboom.sqlite"),
    organiserKeyPath: path("organiser-key"),
    out,
    onProgress: () => modes.push(statSync(`${out}.unfinished`).mode & 0o777),
  });
  return {
    path,
    out,
    modes,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

/** A database file without its two counters, which grow when it is only opened. */
function pagesOf(path: string): Buffer {
  const file = readFileSync(path);
  for (const at of [24, 92]) file.fill(0, at, at + 4);
  return file;
}

it("lets nobody else read a copy, not even while it is being written", async () => {
  using folder = await openFolder();

  expect(new Set([...folder.modes, statSync(folder.out).mode & 0o777])).toEqual(new Set([0o600]));
});

it.each([
  ["trigger", "create trigger t before delete on bin begin select raise(ignore); end"],
  ["view", "create view v as select * from boards"],
])("takes no copy with a %s, which would run beside our own statements", async (_, sql) => {
  using folder = await openFolder();
  const copy = new SqliteDatabase(folder.out);
  copy.exec(sql);
  copy.close();

  await expect(checkCopy(folder.out)).rejects.toMatchObject({ code: "COPY_UNSOUND" });
});

it("leaves the folder as it was when the copy cannot be prepared", async () => {
  using folder = await openFolder();
  const before = pagesOf(folder.path("hefboom.sqlite"));
  writeFileSync(folder.path("hefboom.sqlite.incoming"), "left by a restore that was killed");

  const restored = restoreBackup({
    from: folder.out,
    databasePath: folder.path("hefboom.sqlite"),
    mayReplace: true,
    remembered: [],
    prepare: () => Promise.reject(new Error("no room")),
  });

  await expect(restored).rejects.toThrow("no room");
  expect(pagesOf(folder.path("hefboom.sqlite")).equals(before)).toBe(true);
  expect(existsSync(folder.path("hefboom.sqlite.incoming"))).toBe(false);
});
