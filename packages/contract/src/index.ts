export {
  type JoinBody,
  type Joined,
  joinedSchema,
  joinSchema,
  type Me,
  meSchema,
  type StartedSession,
  sessionSchema,
  startedSessionSchema,
} from "./http/access-schema.ts";
export { type Addresses, addressesSchema, chosenAddressSchema } from "./http/addresses-schema.ts";
export { answersSchema } from "./http/answers-schema.ts";
export { type Bin, binSchema } from "./http/bin-schema.ts";
export {
  type BoardSummary,
  boardParamsSchema,
  boardSummarySchema,
  type CreatedBoard,
  createdBoardSchema,
  type NewBoardBody,
  newBoardSchema,
} from "./http/boards-schema.ts";
export {
  type EssayFound,
  type EssayView,
  essayFoundSchema,
  essayViewSchema,
} from "./http/essay-schema.ts";
export { type ExportFormat, exportFormats } from "./http/export-format.ts";
export {
  type ExportQuery,
  exportQuerySchema,
  type PublicationCounts,
  publicationCountsSchema,
} from "./http/export-schema.ts";
export { type Invitation, invitationSchema } from "./http/invitation-schema.ts";
export {
  cardParamsSchema,
  jobParamsSchema,
  jobStateSchema,
  participantParamsSchema,
  type StartedJob,
  startedJobSchema,
} from "./http/jobs-schema.ts";
export { type KeyRole, madeKeySchema, newKeySchema } from "./http/keys-schema.ts";
export { type Problem, problemSchema } from "./http/problem-schema.ts";
export { facilitateLink, joinLink, organiserLink, projectLink } from "./pages/links.ts";
export type { TextKey } from "./texts/text-key.ts";
