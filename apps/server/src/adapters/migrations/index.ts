import type { Migration, MigrationProvider } from "kysely/migration";

import { firstTables } from "./0001-first-tables.ts";

const migrations: Record<string, Migration> = { "0001-first-tables": firstTables };

/** All migrations, in code, so that nothing is read from a folder at start. */
export const migrationProvider: MigrationProvider = {
  getMigrations: async () => migrations,
};
