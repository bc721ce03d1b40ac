import Type, { type Static } from "typebox";

import { slugSchema } from "./id-schema.ts";

/** Half the side of a lever's area, in board units (1 unit = 1 CSS px at zoom 1). */
const LIMIT = 100_000;
/** Also of a cursor: a point on the board is never further out. */
export const coordinateSchema = Type.Number({ minimum: -LIMIT, maximum: LIMIT });

/** Key of `fractional-indexing`, compared by code unit. */
export const orderSchema = Type.String({ pattern: "^[0-9A-Za-z]{1,400}$" });

export const leverIdOrTraySchema = Type.Union([slugSchema, Type.Null()]);

export const placeSchema = Type.Object(
  {
    lever: leverIdOrTraySchema, // null: the tray
    order: orderSchema,
    x: Type.Optional(coordinateSchema),
    y: Type.Optional(coordinateSchema),
  },
  { additionalProperties: false },
);
/** Where a card lies; x and y (local to the lever) only where somebody laid it by hand. */
export type Place = Static<typeof placeSchema>;
