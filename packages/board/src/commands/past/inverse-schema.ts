import Type, { type Static } from "typebox";

import { labelsSchema } from "../../model/card-schema.ts";
import { idSchema } from "../../model/id-schema.ts";
import { placeSchema } from "../../model/place-schema.ts";

const closed = { additionalProperties: false };

/**
 * How a done command is taken back; the log keeps it with the command. It holds ids, places and labels, never a card's
 * text. `left` is how the command left the card: undoing must not undo what somebody did after it.
 */
export const inverseSchema = Type.Union([
  Type.Object({ op: Type.Literal("delete"), cardId: idSchema }, closed),
  Type.Object({ op: Type.Literal("restore"), cardId: idSchema }, closed),
  Type.Object(
    { op: Type.Literal("place"), cardId: idSchema, place: placeSchema, left: placeSchema },
    closed,
  ),
  Type.Object(
    { op: Type.Literal("label"), cardId: idSchema, labels: labelsSchema, left: labelsSchema },
    closed,
  ),
]);
export type Inverse = Static<typeof inverseSchema>;
