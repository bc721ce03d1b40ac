import { cardKindSchema, idSchema, slugSchema } from "@hefboom/board";
import Type, { type Static } from "typebox";

/** `GET /api/boards/:id/bin`: deleted cards that can be restored, the newest first. */
export const binSchema = Type.Object({
  cards: Type.Array(
    Type.Object({
      cardId: idSchema,
      kind: cardKindSchema,
      text: Type.String(),
      /** Where it lay; `null`: the tray. */
      lever: Type.Union([slugSchema, Type.Null()]),
      speaker: Type.Optional(Type.String()),
      /** Milliseconds since 1970, server time. */
      binnedAt: Type.Integer(),
      /** From then on it is gone for good; milliseconds since 1970, server time. */
      keptUntil: Type.Integer(),
    }),
  ),
});
export type Bin = Static<typeof binSchema>;
