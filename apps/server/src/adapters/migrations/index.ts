import type { Migration, MigrationProvider } from "kysely/migration";

import { firstTables } from "./0001-first-tables.ts";
import { snapshotsAndBin } from "./0002-snapshots-and-bin.ts";

const migrations: Record<string, Migration> = {
  "0001-first-tables": firstTables,
  "0002-snapshots-and-bin": snapshotsAndBin,
};

/** All migrations, in code, so that nothing is read from a folder at start. */
export const migrationProvider: MigrationProvider = {
  getMigrations: async () => migrations,
};
