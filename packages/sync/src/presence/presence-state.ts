import { coordinateSchema, idSchema } from "@hefboom/board";
import { MessageError } from "@hefboom/contract/messages";
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

/** `null`: the client is no longer here. @throws {MessageError} when this is no JSON of an object or null */
export function parsePresence(json: string): OwnPresence | null {
  const state = parse(json);
  if (state === null) return null;
  if (typeof state !== "object" || Array.isArray(state)) {
    throw new MessageError("presence that is no object");
  }
  // Just seen to be an object; each field is checked below.
  return readOwnPresence(state as Record<string, unknown>);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new MessageError("presence that is no JSON", { cause });
  }
}

/** The fields that are well-formed; a state without any is presence all the same. A cursor needs no fractions of a unit. */
function readOwnPresence({ card, cursor }: Record<string, unknown>): OwnPresence {
  const presence: OwnPresence = {};
  if (isCardId.Check(card)) presence.card = card;
  if (isCursor.Check(cursor)) {
    presence.cursor = { x: Math.round(cursor.x), y: Math.round(cursor.y) };
  }
  return presence;
}
