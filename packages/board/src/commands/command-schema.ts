import Type, { type Static } from "typebox";

import { cardKindSchema, labelsSchema, speakerSchema } from "../model/card-schema.ts";
import { headingSchema, membersSchema } from "../model/cluster-schema.ts";
import { idSchema, localeSchema, slugSchema } from "../model/id-schema.ts";
import { NAME_MAX_LENGTH } from "../model/limits.ts";
import { coordinateSchema, leverIdOrTraySchema, orderSchema } from "../model/place-schema.ts";
import { consentSchema } from "../policy/consent-schema.ts";
import { leadCommandSchemas } from "./lead/lead-schema.ts";

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
/** Takes a card off the board into a table; `show` brings it back. */
const hideSchema = Type.Object(
  { op: Type.Literal("hide"), id: idSchema, cardId: idSchema },
  closed,
);
/** Puts a hidden or waiting card on the board. */
const showSchema = Type.Object(
  { op: Type.Literal("show"), id: idSchema, cardId: idSchema },
  closed,
);
/** Makes a cluster of cards that lie on one lever, or gives the one there is this heading and these cards. */
const clusterCommandSchema = Type.Object(
  {
    op: Type.Literal("cluster"),
    id: idSchema,
    clusterId: idSchema,
    title: headingSchema,
    members: membersSchema,
    isMerged: Type.Optional(Type.Boolean()),
  },
  closed,
);
/** Takes a cluster apart; its cards stay. */
const unclusterSchema = Type.Object(
  { op: Type.Literal("uncluster"), id: idSchema, clusterId: idSchema },
  closed,
);
/** Gives something so many of one's dots, instead of those it had from this voter. */
const voteSchema = Type.Object(
  {
    op: Type.Literal("vote"),
    id: idSchema,
    /** A card, a cluster or a lever, as the ballot says. */
    target: Type.Union([idSchema, slugSchema]),
    dots: Type.Integer({ minimum: 0, maximum: 20 }),
    /** For whom a scribe votes: a name, or "table 4". */
    voter: Type.Optional(Type.String({ minLength: 1, maxLength: NAME_MAX_LENGTH })),
  },
  closed,
);
/** Asks for the floor, or no longer. */
const handSchema = Type.Object(
  { op: Type.Literal("hand"), id: idSchema, isUp: Type.Boolean() },
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
  hideSchema,
  showSchema,
  clusterCommandSchema,
  unclusterSchema,
  voteSchema,
  handSchema,
  undoSchema,
  ...leadCommandSchemas,
]);
export type CreateCommand = Static<typeof createSchema>;
export type PlaceCommand = Static<typeof placeCommandSchema>;
export type ClusterCommand = Static<typeof clusterCommandSchema>;
export type VoteCommand = Static<typeof voteSchema>;
export type UndoCommand = Static<typeof undoSchema>;
export type Command = Static<typeof commandSchema>;
/** A command that says itself what it does. */
export type DirectCommand = Exclude<Command, UndoCommand>;
/** A command about one card. */
export type CardCommand = Extract<Command, { cardId: string }>;

/** The least that makes something a command: an op to know it by and an id to answer to. */
export const commandEnvelopeSchema = Type.Object({ op: Type.String(), id: idSchema });
