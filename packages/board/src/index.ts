export type { Actor, CardOwner, Ownership } from "./commands/actor.ts";
export { applyCommand } from "./commands/apply-command.ts";
export type { Applied, Applying } from "./commands/applying.ts";
export { BIN_KEEPS_MS, type BinnedCard } from "./commands/bin/binned-card.ts";
export {
  type CardCommand,
  type ClusterCommand,
  type Command,
  type CreateCommand,
  commandEnvelopeSchema,
  commandSchema,
  type DirectCommand,
  type PlaceCommand,
  type UndoCommand,
  type VoteCommand,
} from "./commands/command-schema.ts";
export {
  type HeldCard,
  type HeldCards,
  type HeldState,
  heldStates,
  type WritableHeldCards,
} from "./commands/held/held-card.ts";
export { mayKnowOf, mayKnowOfBinned } from "./commands/held/held-for.ts";
export { showDue } from "./commands/held/reveal-drafts.ts";
export { judgeCommand, judgeEdit } from "./commands/judge-command.ts";
export type { Judging, JudgingCommand } from "./commands/judging.ts";
export type { LeadCommand } from "./commands/lead/lead-schema.ts";
export type { PeopleBook, WritablePeopleBook } from "./commands/lead/people-book.ts";
export { type Inverse, inverseSchema, type PutBack } from "./commands/past/inverse-schema.ts";
export type { DoneCommand, Past } from "./commands/past/past.ts";
export { applyPutBack, judgePutBack } from "./commands/past/put-back.ts";
export { resolveUndo } from "./commands/past/resolve-undo.ts";
export {
  type FinalRefusal,
  isPassing,
  type RefusalCode,
  toRefusal,
} from "./commands/refusal.ts";
export { forgetOutcome, recountOpenVote } from "./commands/votes/apply-vote.ts";
export type { Tally, VoteBook, WritableVoteBook } from "./commands/votes/vote-book.ts";
export { votedFor, voterKey, voterOf } from "./commands/votes/voter.ts";
export { ballotOf, hasHiddenAuthors, sessionOf } from "./document/board-state.ts";
export { createBoard, type NewBoard } from "./document/create-board.ts";
export {
  compareByOrder,
  isOrderTooLong,
  LastOrders,
  orderBetween,
  spreadCrowded,
} from "./document/order.ts";
export {
  type Card,
  type LeverView,
  readCard,
  readCards,
  readLevers,
  readMeta,
} from "./document/read-board.ts";
export { type ClusterView, readClusters } from "./document/read-clusters.ts";
export { type Results, readResults } from "./document/read-results.ts";
export { replaceText } from "./document/replace-text.ts";
export {
  cardsOf,
  clustersOf,
  leversOf,
  metaOf,
  peopleOf,
  placesOf,
  resultsOf,
  textsOf,
} from "./document/roots.ts";
export { areSameLabels, isSamePlace } from "./document/same-facts.ts";
export {
  type BoardLayout,
  type Box,
  CARD_SIZE,
  LEVER_HEADER,
  layoutBoard,
} from "./layout/board-layout.ts";
export {
  type CardFacts,
  type CardKind,
  cardKindSchema,
  type Labels,
  type Via,
} from "./model/card-schema.ts";
export { type Cluster, HEADING_MAX_LENGTH } from "./model/cluster-schema.ts";
export { idSchema, localeSchema, NOBODY_ID, slugSchema } from "./model/id-schema.ts";
export { labelOf } from "./model/label-of.ts";
export type { Group, LabelSet, Lever } from "./model/lever-schema.ts";
export {
  DOTS_MAX,
  LOCALISED_TEXT_MAX_LENGTH,
  MEMBERS_MAX,
  MINUTES_MAX,
  NAME_MAX_LENGTH,
  PHASES_MAX,
  TEXT_MAX_LENGTH,
  TEXT_MAX_LENGTH_TYPED,
  TITLE_MAX_LENGTH,
} from "./model/limits.ts";
export type { AuthorsMode, Meta, Person, Settings, Spotlight } from "./model/meta.ts";
export { newId } from "./model/new-id.ts";
export { coordinateSchema, type Place } from "./model/place-schema.ts";
export type { BallotState, TimerState } from "./model/session-schema.ts";
export { currentPhase, rightsNow } from "./plan/current-phase.ts";
export { NO_RIGHTS } from "./plan/fixed-phases.ts";
export {
  type Ballot,
  type Phase,
  type PhaseRights,
  type Plan,
  planSchema,
} from "./plan/phase-schema.ts";
export { type ReadyPlan, readyPlans, USUAL_BALLOT } from "./plan/ready-plans.ts";
export {
  type CardInQuestion,
  type CardVerb,
  judgeInPhase,
  judgeOnCard,
} from "./policy/card-rights.ts";
export { type Consent, consentSchema } from "./policy/consent-schema.ts";
export { isLocked } from "./policy/locks.ts";
export {
  type Action,
  actions,
  isAllowed,
  isAlwaysAllowed,
  type Role,
  roles,
} from "./policy/policy.ts";
export { type Publication, publicationOf } from "./policy/publication.ts";
export { elfHefbomen } from "./templates/elf-hefbomen.ts";
export { findTemplate } from "./templates/find-template.ts";
export { type Template, templateSchema } from "./templates/template-schema.ts";
export { cleanName } from "./words/clean-name.ts";
export { cleanText, isStorable } from "./words/clean-text.ts";
export { localise } from "./words/localise.ts";
export type { LocalisedText } from "./words/localised-text-schema.ts";
