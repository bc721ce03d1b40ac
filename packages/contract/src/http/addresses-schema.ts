import Type, { type Static } from "typebox";

/**
 * `GET /api/addresses` (organiser): bases that links and QR codes may start with, best first. A loopback base opens
 * on this machine only, and the page says so.
 */
export const addressesSchema = Type.Array(
  Type.Object({ base: Type.String(), isLoopback: Type.Boolean(), isChosen: Type.Boolean() }),
);
export type Addresses = Static<typeof addressesSchema>;

/** `PUT /api/addresses`: one of the bases that were listed, to be used from now on. */
export const chosenAddressSchema = Type.Object(
  { base: Type.String({ maxLength: 300 }) },
  { additionalProperties: false },
);
