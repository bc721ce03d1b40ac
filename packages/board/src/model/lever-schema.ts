import Type, { type Static } from "typebox";
import { localisedTextSchema } from "../words/localised-text-schema.ts";
import { slugSchema } from "./id-schema.ts";

export const groupSchema = Type.Object(
  {
    id: slugSchema,
    title: localisedTextSchema,
    /** OKLCH hue of the group in degrees. */
    hue: Type.Number({ minimum: 0, maximum: 360 }),
  },
  { additionalProperties: false },
);
export type Group = Static<typeof groupSchema>;

const leverSchema = Type.Object(
  {
    group: slugSchema,
    number: Type.Integer({ minimum: 0, maximum: 999 }),
    title: localisedTextSchema,
    hint: localisedTextSchema,
    /** Place among all levers, smallest first. */
    order: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
);
export type Lever = Static<typeof leverSchema>;

export const labelSetSchema = Type.Object(
  {
    id: slugSchema,
    title: localisedTextSchema,
    labels: Type.Array(
      Type.Object({ id: slugSchema, title: localisedTextSchema }, { additionalProperties: false }),
      { minItems: 1, maxItems: 20 },
    ),
  },
  { additionalProperties: false },
);
export type LabelSet = Static<typeof labelSetSchema>;
