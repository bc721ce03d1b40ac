import { cardKindSchema, slugSchema } from "@hefboom/board";
import Type, { type Static } from "typebox";

import { exportFormats } from "./export-format.ts";

export const exportQuerySchema = Type.Object({
  format: Type.Enum([...exportFormats]),
  what: Type.Optional(Type.Literal("cards")),
  /** Only cards on this lever. */
  lever: Type.Optional(slugSchema),
  /** Only notes, or only quotes. */
  kind: Type.Optional(cardKindSchema),
});
export type ExportQuery = Static<typeof exportQuerySchema>;

/** `GET /api/boards/:id/publication` (facilitator): how many cards an export holds, and how many stay for want of consent. */
export const publicationCountSchema = Type.Object({
  named: Type.Integer(),
  anonymous: Type.Integer(),
  fromEssay: Type.Integer(),
  leftOut: Type.Integer(),
});
export type PublicationCounts = Static<typeof publicationCountSchema>;
