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
  type TransferOffer,
  type Transferred,
  transferOfferSchema,
  transferredSchema,
  transferSchema,
} from "./http/access-schema.ts";
export { type Addresses, addressesSchema, chosenAddressSchema } from "./http/addresses-schema.ts";
export { answersSchema } from "./http/answers-schema.ts";
export { type Bin, binSchema } from "./http/bin-schema.ts";
export {
  type BoardDetails,
  type BoardSummary,
  boardDetailsSchema,
  boardParamsSchema,
  boardSummarySchema,
  type CopyBoardBody,
  type CreatedBoard,
  copyBoardSchema,
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
export {
  type KeyRole,
  type MadeKey,
  madeKeySchema,
  newKeySchema,
  type RenewedCode,
  renewedCodeSchema,
} from "./http/keys-schema.ts";
export { logQuerySchema, logSchema, type ReadableLog } from "./http/leading/log-schema.ts";
export { type Participants, participantsSchema } from "./http/leading/participants-schema.ts";
export { type Problem, problemSchema } from "./http/problem-schema.ts";
export {
  facilitateLink,
  joinLink,
  organiserLink,
  projectLink,
  scribeLink,
  transferLink,
} from "./pages/links.ts";
export type { TextKey } from "./texts/text-key.ts";
