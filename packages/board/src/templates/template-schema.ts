import Type, { type Static } from "typebox";

import { slugSchema } from "../model/id-schema.ts";
import { groupSchema, labelSetSchema } from "../model/lever-schema.ts";
import { localisedTextSchema } from "../words/localised-text-schema.ts";

const templateLeverSchema = Type.Object(
  {
    id: slugSchema,
    number: Type.Integer({ minimum: 0, maximum: 999 }),
    title: localisedTextSchema,
    hint: Type.Optional(localisedTextSchema),
  },
  { additionalProperties: false },
);

/** What a board starts from: groups of levers and label sets, in any language. */
export const templateSchema = Type.Object(
  {
    id: slugSchema,
    title: localisedTextSchema,
    groups: Type.Array(
      Type.Object(
        {
          ...groupSchema.properties,
          levers: Type.Array(templateLeverSchema, { minItems: 1, maxItems: 40 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 12 },
    ),
    labelSets: Type.Array(labelSetSchema, { maxItems: 8 }),
  },
  { additionalProperties: false },
);
export type Template = Static<typeof templateSchema>;
