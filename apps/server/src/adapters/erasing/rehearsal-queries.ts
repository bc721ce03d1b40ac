import type { Kysely } from "kysely";

import type { Database } from "../database-schema.ts";

/** Takes from everybody who joined the board what they come in with. */
export function dismissPeople(db: Kysely<Database>, boardId: string) {
  return db.deleteFrom("tokens").where("board", "=", boardId).where("role", "=", "participant");
}

/** Who was dismissed: everybody else who joined has a token, also one that has expired. */
export function selectDismissed(db: Kysely<Database>, boardId: string) {
  const withToken = db.selectFrom("tokens").select("person_id").where("board", "=", boardId);
  return db
    .selectFrom("participants")
    .select("id")
    .where("board", "=", boardId)
    .where("id", "not in", withToken);
}

/**
 * What is left of a rehearsal beside the log, once its cards were taken off the board: so their owners are marked as
 * deleted. The ids of commands stay used, Yjs clientIDs stay nobody's.
 */
export function rehearsalQueries(db: Kysely<Database>, boardId: string) {
  const dismissed = selectDismissed(db, boardId);
  const takenOff = db
    .selectFrom("card_owners")
    .select("card_id")
    .where("board", "=", boardId)
    .where("deleted", "=", 1);
  return [
    db.deleteFrom("bin").where("board", "=", boardId).where("card_id", "in", takenOff),
    db.deleteFrom("held_cards").where("board", "=", boardId).where("card_id", "in", takenOff),
    db.deleteFrom("card_owners").where("board", "=", boardId).where("deleted", "=", 1),
    db.deleteFrom("card_events").where("board", "=", boardId),
    db.deleteFrom("votes").where("board", "=", boardId),
    db.deleteFrom("acts").where("board", "=", boardId),
    db.updateTable("done_commands").set({ inverse: null }).where("board", "=", boardId),
    db
      .updateTable("done_commands")
      .set({ person_id: "" })
      .where("board", "=", boardId)
      .where("person_id", "in", dismissed),
    db
      .updateTable("board_clients")
      .set({ person_id: null })
      .where("board", "=", boardId)
      .where("person_id", "in", dismissed),
    db.deleteFrom("board_people").where("board", "=", boardId).where("person_id", "in", dismissed),
    db.deleteFrom("participants").where("board", "=", boardId).where("id", "in", dismissed),
  ];
}
