import type { Kysely, Selectable } from "kysely";

import type { NewParticipant, ParticipantRecord } from "../../access/access-store.ts";
import type { Database } from "../database-schema.ts";

type Row = Selectable<Database["participants"]> & { stopped_at: number | null };

export function insertParticipant(db: Kysely<Database>, participant: NewParticipant) {
  const { boardId, createdAt, name, ...row } = participant;
  const values = { ...row, board: boardId, name: name ?? null, created_at: createdAt };
  return db.insertInto("participants").values(values);
}

/** Who joined a board, in that order, and whether they were stopped. */
export function selectParticipants(db: Kysely<Database>, boardId: string) {
  return db
    .selectFrom("participants")
    .leftJoin("board_people", (people) =>
      people
        .onRef("board_people.board", "=", "participants.board")
        .onRef("board_people.person_id", "=", "participants.id"),
    )
    .selectAll("participants")
    .select("board_people.stopped_at")
    .where("participants.board", "=", boardId)
    .orderBy("participants.created_at")
    .orderBy("participants.id");
}

export function toParticipant(row: Row): ParticipantRecord {
  const { id, consent, hue } = row;
  return {
    id,
    consent,
    hue,
    boardId: row.board,
    name: row.name ?? undefined,
    createdAt: row.created_at,
    isStopped: row.stopped_at !== null,
  };
}

export async function countCards(
  db: Kysely<Database>,
  boardId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("card_owners")
    .select(["person_id", ({ fn }) => fn.countAll<number>().as("count")])
    .where("board", "=", boardId)
    .where("deleted", "=", 0)
    .groupBy("person_id")
    .execute();
  return new Map(
    rows.flatMap((row) => (row.person_id === null ? [] : [[row.person_id, row.count]])),
  );
}
