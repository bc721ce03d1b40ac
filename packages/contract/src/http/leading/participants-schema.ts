import { idSchema } from "@hefboom/board";
import Type, { type Static } from "typebox";

/** `GET /api/boards/:id/participants` (facilitator): everybody who joined, in that order. */
export const participantsSchema = Type.Object({
  participants: Type.Array(
    Type.Object({
      id: idSchema,
      /** Only of who joined with consent "named". */
      name: Type.Optional(Type.String()),
      /** Milliseconds since 1970, server time. */
      joinedAt: Type.Integer(),
      isStopped: Type.Boolean(),
      /** How many cards of theirs there are, drafts and hidden ones among them; with authors hidden nobody is told. */
      cards: Type.Optional(Type.Integer()),
    }),
  ),
});
export type Participants = Static<typeof participantsSchema>;
