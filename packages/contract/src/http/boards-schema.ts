import {
  idSchema,
  localeSchema,
  planSchema,
  slugSchema,
  TITLE_MAX_LENGTH,
  templateSchema,
} from "@hefboom/board";
import Type, { type Static } from "typebox";

import { keyRoleSchema } from "./keys-schema.ts";

export const boardParamsSchema = Type.Object({ boardId: idSchema });

const authorsSchema = Type.Union([Type.Literal("shown"), Type.Literal("hidden")]);

const boardTitleSchema = Type.String({ minLength: 1, maxLength: TITLE_MAX_LENGTH, pattern: "\\S" });
/** Plans that come with the program; see `readyPlans` of the board. */
const readyPlanSchema = Type.Union([
  Type.Literal("standard"),
  Type.Literal("gallery-walk"),
  Type.Literal("standing"),
]);

export const newBoardSchema = Type.Object(
  {
    title: boardTitleSchema,
    locale: Type.Optional(Type.Union([Type.Literal("nl"), Type.Literal("en")])),
    /** Id of a template that comes with the program, or a whole template of one's own. */
    template: Type.Optional(Type.Union([slugSchema, templateSchema])),
    authors: Type.Optional(authorsSchema),
    /** A plan that comes with the program, or the steps of one's own; absent: a standing board. */
    plan: Type.Optional(Type.Union([readyPlanSchema, planSchema])),
  },
  { additionalProperties: false },
);
export type NewBoardBody = Static<typeof newBoardSchema>;

/** `POST /api/boards/:id/copy` (facilitator): answered as `POST /api/boards` is. */
export const copyBoardSchema = Type.Object(
  { title: boardTitleSchema },
  { additionalProperties: false },
);
export type CopyBoardBody = Static<typeof copyBoardSchema>;

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

/** `GET /api/boards/:id`. */
export const boardDetailsSchema = Type.Object({
  ...boardSummarySchema.properties,
  /** Roles that have a key now. For another, such as a scribe, `POST keys` makes one and tells its link. */
  keys: Type.Array(keyRoleSchema),
});
export type BoardDetails = Static<typeof boardDetailsSchema>;
