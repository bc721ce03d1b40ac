import Type, { type Static } from "typebox";

import { localeSchema } from "../model/id-schema.ts";
import { LOCALISED_TEXT_MAX_LENGTH } from "../model/limits.ts";

/** A text of people or plans, one entry a locale: `{ nl: "Klein", en: "Small" }`. */
export const localisedTextSchema = Type.Record(
  localeSchema,
  Type.String({ maxLength: LOCALISED_TEXT_MAX_LENGTH }),
  // Twenty languages: without an end to them one text could be as large as a board.
  { maxProperties: 20, additionalProperties: false }, // else a record lets any key pass that its pattern does not know, with any value
);
export type LocalisedText = Static<typeof localisedTextSchema>;
