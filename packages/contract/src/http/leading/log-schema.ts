import { idSchema, roles } from "@hefboom/board";
import Type, { type Static } from "typebox";

/** `GET /api/boards/:id/log`; numbers, as digits. */
export const logQuerySchema = Type.Object({
  /** Only what was done before that moment, in ms since 1970, server time; absent: up to now. */
  before: Type.Optional(Type.String({ pattern: "^\\d{1,15}$" })),
  /** How many acts, 1 to 200; absent: 50. What was done in one moment stays together, so it may be more. */
  count: Type.Optional(Type.String({ pattern: "^([1-9]\\d?|1\\d\\d|200)$" })),
});

/**
 * `GET /api/boards/:id/log` (facilitator): who did what, the newest first: each step of those that
 * lead, and what anybody did to a cluster or to somebody else's card; of participants the same once in five minutes.
 */
export const logSchema = Type.Object({
  acts: Type.Array(
    Type.Object({
      /** Of the command; an `undo` of it takes it back. Typing has none: then the id stands for nothing. */
      id: idSchema,
      /** Milliseconds since 1970, server time. */
      at: Type.Integer(),
      role: Type.Enum([...roles]),
      /** Twenty zeros: a participant, with authors hidden or erased since. */
      personId: idSchema,
      op: Type.String(),
      /** Id of the card, cluster, lever, phase or person it was about; absent: the session as a whole. */
      about: Type.Optional(Type.String()),
      /** How to take it back is still known; what has changed since may stand in the way all the same. */
      isUndoable: Type.Boolean(),
    }),
  ),
});
export type ReadableLog = Static<typeof logSchema>;
