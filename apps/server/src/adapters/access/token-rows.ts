import { type Kysely, sql } from "kysely";

import type { TokenRecord } from "../../access/access-store.ts";
import type { Database } from "../database-schema.ts";

export function toTokenRow({ boardId, personId, createdAt, expiresAt, hash, role }: TokenRecord) {
  return {
    ...{ hash, role, board: boardId ?? null, person_id: personId },
    ...{ created_at: createdAt, expires_at: expiresAt, revoked_at: null },
  };
}

/** In one statement: whoever was dismissed the moment before has no token, and gets none. @returns how many it put in */
export async function insertSecondToken(db: Kysely<Database>, token: TokenRecord): Promise<number> {
  const { hash, role, board, person_id, created_at, expires_at } = toTokenRow(token);
  const { numAffectedRows } = await sql`
    insert into tokens (hash, role, board, person_id, created_at, expires_at)
    select ${hash}, ${role}, ${board}, ${person_id}, ${created_at}, ${expires_at}
    where exists (select 1 from tokens where board = ${board} and person_id = ${person_id})
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}
