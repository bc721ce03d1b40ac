import Type, { type Static } from "typebox";

import { cardKindSchema, labelsSchema, speakerSchema } from "../model/card-schema.ts";
import { idSchema, localeSchema } from "../model/id-schema.ts";
import { coordinateSchema, leverIdOrTraySchema, orderSchema } from "../model/place-schema.ts";
import { consentSchema } from "../policy/consent-schema.ts";

/** Wider than the limit, so that a long text is refused as `too-long` and not as `invalid`. */
const commandText = Type.String({ maxLength: 200_000 });

const placing = {
  lever: leverIdOrTraySchema,
  order: Type.Optional(orderSchema),
  x: Type.Optional(coordinateSchema),
  y: Type.Optional(coordinateSchema),
};
const closed = { additionalProperties: false };

const createSchema = Type.Object(
  {
    op: Type.Literal("create"),
    id: idSchema,
    cardId: idSchema,
    kind: cardKindSchema,
    text: commandText,
    ...placing,
    labels: Type.Optional(labelsSchema),
    lang: Type.Optional(localeSchema),
    passage: Type.Optional(idSchema),
    speaker: Type.Optional(speakerSchema),
    /** The enterer says that the speaker agrees to be named; else the name is not exported. */
    speakerAgrees: Type.Optional(Type.Boolean()),
    /** Absent: the answer given at joining. */
    consent: Type.Optional(consentSchema),
  },
  closed,
);
const placeCommandSchema = Type.Object(
  { op: Type.Literal("place"), id: idSchema, cardId: idSchema, ...placing },
  closed,
);
const rewriteSchema = Type.Object(
  { op: Type.Literal("rewrite"), id: idSchema, cardId: idSchema, text: commandText },
  closed,
);
const deleteSchema = Type.Object(
  { op: Type.Literal("delete"), id: idSchema, cardId: idSchema },
  closed,
);
/** Gives a card these labels instead of those it has; `{}` takes all off. */
const labelCommandSchema = Type.Object(
  { op: Type.Literal("label"), id: idSchema, cardId: idSchema, labels: labelsSchema },
  closed,
);
/** Takes a card out of the bin. */
const restoreSchema = Type.Object(
  { op: Type.Literal("restore"), id: idSchema, cardId: idSchema },
  closed,
);
/** Takes back the done command with the id `command`; see `resolveUndo`. */
const undoSchema = Type.Object(
  { op: Type.Literal("undo"), id: idSchema, command: idSchema },
  closed,
);

export const commandSchema = Type.Union([
  createSchema,
  placeCommandSchema,
  rewriteSchema,
  deleteSchema,
  labelCommandSchema,
  restoreSchema,
  undoSchema,
]);
export type CreateCommand = Static<typeof createSchema>;
export type PlaceCommand = Static<typeof placeCommandSchema>;
export type UndoCommand = Static<typeof undoSchema>;
export type Command = Static<typeof commandSchema>;
/** A command that says itself which card it is about. */
export type CardCommand = Exclude<Command, UndoCommand>;

/** The least that makes something a command: an op to know it by and an id to answer to. */
export const commandEnvelopeSchema = Type.Object({ op: Type.String(), id: idSchema });
