import Type, { type Static } from "typebox";

import { idSchema, localeSchema, slugSchema } from "./id-schema.ts";
import { NAME_MAX_LENGTH } from "./limits.ts";

export const cardKindSchema = Type.Union([Type.Literal("note"), Type.Literal("quote")]);
export type CardKind = Static<typeof cardKindSchema>;

/** Where a card comes from when no participant typed it: the essay, or the scribe's table. */
const viaSchema = Type.Union([Type.Literal("essay"), Type.Literal("scribe")]);
export type Via = Static<typeof viaSchema>;

/** One label a label set: `{ scale: "region" }`. */
export const labelsSchema = Type.Record(slugSchema, slugSchema, {
  maxProperties: 8,
  additionalProperties: false,
});
export type Labels = Static<typeof labelsSchema>;

export const speakerSchema = Type.String({ maxLength: NAME_MAX_LENGTH });

/** What `cards` holds of a card; its text and its place are roots of their own. */
const cardFactsSchema = Type.Object(
  {
    kind: cardKindSchema,
    lang: Type.Optional(localeSchema),
    speaker: Type.Optional(speakerSchema),
    labels: Type.Optional(labelsSchema),
    passage: Type.Optional(idSchema),
    via: Type.Optional(viaSchema),
    /** Person who made it; absent with authors hidden, and for cards of the staff and the essay. */
    author: Type.Optional(idSchema),
    /** Milliseconds since 1970 by server time; absent with authors hidden. */
    at: Type.Optional(Type.Number()),
  },
  { additionalProperties: false },
);
export type CardFacts = Static<typeof cardFactsSchema>;
