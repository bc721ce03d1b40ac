import { type Kysely, sql } from "kysely";

/** Kysely migrates SQLite without a transaction. Nothing else uses the connection while it is migrated, so this can be one. */
export async function wholeOrNotAtAll<Tables>(
  db: Kysely<Tables>,
  change: () => Promise<void>,
): Promise<void> {
  await sql`begin immediate`.execute(db);
  try {
    await change();
    await sql`commit`.execute(db);
  } catch (error) {
    await sql`rollback`.execute(db);
    throw error;
  }
}
