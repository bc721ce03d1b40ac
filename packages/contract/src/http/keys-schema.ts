import Type, { type Static } from "typebox";

/** Roles that come in with a key of the board. */
export const keyRoleSchema = Type.Union([
  Type.Literal("facilitator"),
  Type.Literal("scribe"),
  Type.Literal("viewer"),
]);

/** `POST keys`: makes or renews the key of a role. Told once: the server keeps its hash only. */
export const newKeySchema = Type.Object({ role: keyRoleSchema }, { additionalProperties: false });
export const madeKeySchema = Type.Object({ key: Type.String() });
export type MadeKey = Static<typeof madeKeySchema>;
