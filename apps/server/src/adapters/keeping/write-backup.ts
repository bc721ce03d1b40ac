import { existsSync } from "node:fs";
import { open, readFile, rename, rm, writeFile } from "node:fs/promises";
import SqliteDatabase from "better-sqlite3";

import { type CopyContents, checkCopy } from "./check-copy.ts";
import { KeepingError } from "./keeping-error.ts";
import { ORGANISER_KEY_SETTING } from "./organiser-key-setting.ts";

interface Backup {
  databasePath: string;
  /** Goes along, so that links which were given out work after a restore elsewhere. */
  organiserKeyPath: string;
  out: string;
  onProgress?: (share: number) => void;
}

/** Pages copied between two looks at the progress; a running server writes on in the meantime. */
const PAGES_A_STEP = 1_000;

/**
 * Writes the whole database into one file, beside a running server if need be, and reads it back before it gets its
 * name: a file called `out` is always a sound copy.
 * @throws {KeepingError} BACKUP_REFUSED, COPY_UNSOUND
 */
export async function writeBackup(backup: Backup): Promise<CopyContents> {
  const { databasePath, out } = backup;
  if (!existsSync(databasePath)) {
    throw new KeepingError(
      "BACKUP_REFUSED",
      `There is no database at ${databasePath}; set DATA_DIR.`,
    );
  }
  const unfinished = `${out}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    // It holds everything, the organiser's key among it: nobody else may read it while it grows either.
    await writeFile(unfinished, "", { mode: 0o600, flag: "wx" });
    await copyPages(backup, unfinished);
    await addOrganiserKey(backup, unfinished);
    const contents = await checkCopy(unfinished);
    await makeDurable(unfinished);
    await rename(unfinished, out);
    return contents;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function copyPages({ databasePath, onProgress }: Backup, to: string): Promise<void> {
  const source = new SqliteDatabase(databasePath, { readonly: true });
  try {
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress?.(1 - remainingPages / totalPages);
        return PAGES_A_STEP;
      },
    });
  } finally {
    source.close();
  }
}

async function addOrganiserKey({ organiserKeyPath }: Backup, to: string): Promise<void> {
  const copy = new SqliteDatabase(to);
  try {
    copy.pragma("journal_mode = DELETE"); // one file, without a journal beside it
    if (!existsSync(organiserKeyPath)) return;
    const key = (await readFile(organiserKeyPath, "utf8")).trim();
    copy
      .prepare("insert or replace into settings (key, value) values (?, ?)")
      .run(ORGANISER_KEY_SETTING, key);
  } finally {
    copy.close();
  }
}

async function makeDurable(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.chmod(0o600); // it holds everything, the organiser's key among it
    await file.sync();
  } finally {
    await file.close();
  }
}
