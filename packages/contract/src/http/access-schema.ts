import { consentSchema, idSchema, NAME_MAX_LENGTH, roles } from "@hefboom/board";
import Type, { type Static } from "typebox";

export const joinSchema = Type.Object(
  {
    code: Type.String({ maxLength: 40 }),
    name: Type.Optional(Type.String({ maxLength: NAME_MAX_LENGTH })),
    consent: Type.Optional(consentSchema),
  },
  { additionalProperties: false },
);
export type JoinBody = Static<typeof joinSchema>;

export const joinedSchema = Type.Object({
  boardId: idSchema,
  participantId: idSchema,
  token: Type.String(),
  role: Type.Literal("participant"),
});
export type Joined = Static<typeof joinedSchema>;

export const sessionSchema = Type.Object(
  {
    key: Type.String({ minLength: 1, maxLength: 200 }),
    boardId: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
);

const roleSchema = Type.Enum([...roles]);

export const startedSessionSchema = Type.Object({
  boardId: Type.Optional(idSchema),
  token: Type.String(),
  role: roleSchema,
});
export type StartedSession = Static<typeof startedSessionSchema>;

/** Who the credential of this request says one is on this board: `GET /api/boards/:id/me`. */
export const meSchema = Type.Object({
  personId: idSchema,
  role: roleSchema,
  consent: consentSchema,
  name: Type.Optional(Type.String()),
});
export type Me = Static<typeof meSchema>;

/** `POST /api/boards/:id/transfer` (participant): a code that opens `/t#<code>` on another device, once. */
export const transferOfferSchema = Type.Object({
  code: Type.String(),
  /** Milliseconds since 1970, server time. */
  expiresAt: Type.Integer(),
});
export type TransferOffer = Static<typeof transferOfferSchema>;

/** `POST /api/transfers`: the same participant from now on, by a cookie of their own. */
export const transferSchema = Type.Object(
  { code: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
);
export const transferredSchema = Type.Object({ boardId: idSchema });
export type Transferred = Static<typeof transferredSchema>;
