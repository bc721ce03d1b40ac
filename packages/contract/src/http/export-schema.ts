import { cardKindSchema, slugSchema } from "@hefboom/board";
import Type, { type Static } from "typebox";

export const exportFormats = ["csv", "json", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportQuerySchema = Type.Object({
  format: Type.Union(exportFormats.map((format) => Type.Literal(format))),
  what: Type.Optional(Type.Literal("cards")),
  /** Only cards on this lever. */
  lever: Type.Optional(slugSchema),
  /** Only notes, or only quotes. */
  kind: Type.Optional(cardKindSchema),
});
export type ExportQuery = Static<typeof exportQuerySchema>;
