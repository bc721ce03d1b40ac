import Type, { type Static } from "typebox";

/** Roles that come with a key of the board; participants come with the join code, organisers with the server's key. */
const keyRoleSchema = Type.Union([
  Type.Literal("facilitator"),
  Type.Literal("scribe"),
  Type.Literal("viewer"),
]);
export type KeyRole = Static<typeof keyRoleSchema>;

/** `POST keys`: makes or renews the key of a role. Told once: the server keeps its hash only. */
export const newKeySchema = Type.Object({ role: keyRoleSchema }, { additionalProperties: false });
export const madeKeySchema = Type.Object({ key: Type.String() });
