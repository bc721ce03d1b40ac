import type { Migration, MigrationProvider } from "kysely/migration";

import { firstTables } from "./0001-first-tables.ts";
import { snapshotsAndBin } from "./0002-snapshots-and-bin.ts";
import { erasures } from "./0003-erasures.ts";
import { leanRows } from "./0004-lean-rows.ts";
import { doneLongAgo } from "./0005-done-long-ago.ts";
import { leading } from "./0006-leading.ts";
import { eventRuns } from "./0007-event-runs.ts";

const migrations: Record<string, Migration> = {
  "0001-first-tables": firstTables,
  "0002-snapshots-and-bin": snapshotsAndBin,
  "0003-erasures": erasures,
  "0004-lean-rows": leanRows,
  "0005-done-long-ago": doneLongAgo,
  "0006-leading": leading,
  "0007-event-runs": eventRuns,
};

/** Names of all migrations that this version knows. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/** All migrations, in code, so that nothing is read from a folder at start. */
export const migrationProvider: MigrationProvider = {
  getMigrations: async () => migrations,
};
