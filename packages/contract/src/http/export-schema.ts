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
export const publicationCountsSchema = Type.Object({
  /** Leave with their author's name. */
  named: Type.Integer(),
  /** Leave without it. */
  anonymous: Type.Integer(),
  /** Were published with the essay. */
  fromEssay: Type.Integer(),
  /** Stay, for want of consent. */
  leftOut: Type.Integer(),
});
export type PublicationCounts = Static<typeof publicationCountsSchema>;
