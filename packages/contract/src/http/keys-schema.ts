import Type, { type Static } from "typebox";

/** Roles that come with a key of the board; participants come with the join code, organisers with the server's key. */
export const keyRoleSchema = Type.Union([
  Type.Literal("facilitator"),
  Type.Literal("scribe"),
  Type.Literal("viewer"),
]);
export type KeyRole = Static<typeof keyRoleSchema>;

/** `POST keys`: makes or renews the key of a role. Told once: the server keeps its hash only. */
export const newKeySchema = Type.Object({ role: keyRoleSchema }, { additionalProperties: false });
export const madeKeySchema = Type.Object({
  key: Type.String(),
  /** The link of that role with the key in it, under the name it has in the answer of `POST /api/boards`. */
  links: Type.Object({
    facilitate: Type.Optional(Type.String()),
    scribe: Type.Optional(Type.String()),
    project: Type.Optional(Type.String()),
  }),
});
export type MadeKey = Static<typeof madeKeySchema>;

/** `POST code`: the board's new join code; the old one opens nothing from then on. */
export const renewedCodeSchema = Type.Object({ code: Type.String() });
export type RenewedCode = Static<typeof renewedCodeSchema>;
