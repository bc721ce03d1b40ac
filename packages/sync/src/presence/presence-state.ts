import { coordinateSchema, idSchema } from "@hefboom/board";
import Type, { type Static } from "typebox";
import { Compile } from "typebox/compile";

const cursorSchema = Type.Object({ x: coordinateSchema, y: coordinateSchema });
const isCardId = Compile(idSchema);
const isCursor = Compile(cursorSchema);

/** What a client may say of itself; everything else in its state is dropped. */
export interface OwnPresence {
  card?: string;
  cursor?: Static<typeof cursorSchema>;
}

/** The fields that are well-formed; a state without any is presence all the same. */
export function readOwnPresence(state: Record<string, unknown>): OwnPresence {
  const presence: OwnPresence = {};
  const { card, cursor } = state;
  if (isCardId.Check(card)) presence.card = card;
  if (isCursor.Check(cursor)) presence.cursor = { x: cursor.x, y: cursor.y };
  return presence;
}
