import Type, { type Static } from "typebox";

/** May this be published: with name, without name, or not. No answer means not. */
export const consentSchema = Type.Union([
  Type.Literal("named"),
  Type.Literal("anonymous"),
  Type.Literal("none"),
]);
export type Consent = Static<typeof consentSchema>;
