import Type, { type Static } from "typebox";

/** A text of people or plans, one entry a locale: `{ nl: "Klein", en: "Small" }`. */
export const localisedTextSchema = Type.Record(
  Type.String({ pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" }),
  Type.String({ maxLength: 400 }),
  { additionalProperties: false }, // else a record lets any key pass that its pattern does not know, with any value
);
export type LocalisedText = Static<typeof localisedTextSchema>;
