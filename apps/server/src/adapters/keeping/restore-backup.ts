import { existsSync } from "node:fs";
import { copyFile, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Erasure } from "../../erasing/erasure-store.ts";
import { DATABASE_PARTS, damagedPathIn } from "../data-folder.ts";
import { DamagedDatabaseError, openDatabase } from "../open-database.ts";
import { type CopyContents, checkCopy } from "./check-copy.ts";
import { KeepingError } from "./keeping-error.ts";

export interface Restore {
  /** A copy that `writeBackup` made. */
  from: string;
  /** Where the database of this data folder lies; the folder is held by the caller. */
  databasePath: string;
  /** Takes the place of workshops that are there and sound. */
  mayReplace: boolean;
  /** What was erased in this folder since the copy was made, also when its database is gone. */
  remembered: readonly Erasure[];
  /** Brings the copy up to date and erases again, before it gets its place. */
  prepare(path: string, erasures: readonly Erasure[]): Promise<void>;
}

export interface Restored {
  contents: CopyContents;
  /** Where the damaged database lies now; `undefined` when there was none. */
  setAside: string | undefined;
}

type Present = { kind: "none" | "damaged" } | { kind: "sound"; boards: number; erased: Erasure[] };

/**
 * Puts a copy in the place of the folder's database, after it was checked and what was erased since is erased in it too.
 * A database that is damaged is set aside, one that is sound is replaced only when that was asked.
 * @throws {KeepingError} COPY_UNSOUND, RESTORE_REFUSED; nothing was changed then
 */
export async function restoreBackup(restore: Restore): Promise<Restored> {
  const { from, databasePath, mayReplace } = restore;
  if (!existsSync(from)) throw new KeepingError("RESTORE_REFUSED", `There is no file ${from}.`);
  const contents = await checkCopy(from);
  const present = await lookAt(databasePath);
  if (present.kind === "sound" && present.boards > 0 && !mayReplace) {
    const message = `The data folder holds ${present.boards} workshops that are sound. They would be gone: make a backup of them first, then say --replace.`;
    throw new KeepingError("RESTORE_REFUSED", message);
  }
  const incoming = `${databasePath}.incoming`;
  await removeAll(incoming);
  try {
    await copyFile(from, incoming);
    const erased = present.kind === "sound" ? present.erased : [];
    await restore.prepare(incoming, unique([...erased, ...restore.remembered]));
    await makeDurable(incoming);
    const setAside = present.kind === "damaged" ? await moveAside(databasePath) : undefined;
    if (present.kind === "sound") await removeAll(databasePath);
    await rename(incoming, databasePath);
    await makeDurable(dirname(databasePath));
    return { contents, setAside };
  } finally {
    await removeAll(incoming);
  }
}

async function lookAt(path: string): Promise<Present> {
  if (!existsSync(path)) return { kind: "none" };
  try {
    await using database = await openDatabase(path);
    const { kysely } = database;
    const boards = await kysely.selectFrom("boards").select("id").execute();
    const rows = await kysely.selectFrom("erasures").selectAll().execute();
    const erased = rows.map(({ board, ...row }) => ({ ...row, boardId: board }));
    return { kind: "sound", boards: boards.length, erased };
  } catch (error) {
    if (error instanceof DamagedDatabaseError) return { kind: "damaged" };
    throw error;
  }
}

/** The damaged database may hold words that the copy lacks, so it is kept until somebody erases something. */
async function moveAside(path: string): Promise<string> {
  const aside = damagedPathIn(dirname(path));
  await removeAll(aside);
  for (const part of DATABASE_PARTS) {
    if (existsSync(path + part)) await rename(path + part, aside + part);
  }
  return aside;
}

async function removeAll(path: string): Promise<void> {
  for (const part of DATABASE_PARTS) await rm(path + part, { force: true });
}

async function makeDurable(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function unique(erasures: readonly Erasure[]): Erasure[] {
  return [...new Map(erasures.map((erasure) => [erasure.job, erasure])).values()];
}
