import { idSchema, localeSchema, slugSchema, templateSchema } from "@hefboom/board";
import Type, { type Static } from "typebox";

export const boardParamsSchema = Type.Object({ boardId: idSchema });

const authorsSchema = Type.Union([Type.Literal("shown"), Type.Literal("hidden")]);

export const newBoardSchema = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 120, pattern: "\\S" }),
    locale: Type.Optional(Type.Union([Type.Literal("nl"), Type.Literal("en")])),
    /** Id of a template that comes with the program, or a whole template of one's own. */
    template: Type.Optional(Type.Union([slugSchema, templateSchema])),
    authors: Type.Optional(authorsSchema),
  },
  { additionalProperties: false },
);
export type NewBoardBody = Static<typeof newBoardSchema>;

const boardLinksSchema = Type.Object({
  join: Type.String(),
  facilitate: Type.String(),
  project: Type.String(),
});

/** Keys are told once, here: the server keeps their hashes only. */
export const createdBoardSchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  facilitatorKey: Type.String(),
  viewerKey: Type.String(),
  links: boardLinksSchema,
});
export type CreatedBoard = Static<typeof createdBoardSchema>;

export const boardSummarySchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  title: Type.String(),
  locale: localeSchema,
  authors: authorsSchema,
  /** Milliseconds since 1970. */
  createdAt: Type.Number(),
  cards: Type.Integer(),
  participants: Type.Integer(),
});
export type BoardSummary = Static<typeof boardSummarySchema>;
