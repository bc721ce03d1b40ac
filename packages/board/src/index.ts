export type { Actor, CardOwner, Ownership } from "./commands/actor.ts";
export { type Applied, applyCommand } from "./commands/apply-command.ts";
export { BIN_KEEPS_MS, type BinnedCard } from "./commands/bin/binned-card.ts";
export { cleanText, isStorable } from "./commands/clean-text.ts";
export {
  type CardCommand,
  type Command,
  type CreateCommand,
  commandEnvelopeSchema,
  commandSchema,
  type PlaceCommand,
  type UndoCommand,
} from "./commands/command-schema.ts";
export { judgeCommand, judgeEdit } from "./commands/judge-command.ts";
export { type Inverse, inverseSchema } from "./commands/past/inverse-schema.ts";
export type { DoneCommand, Past } from "./commands/past/past.ts";
export { resolveUndo } from "./commands/past/resolve-undo.ts";
export {
  type FinalRefusal,
  isPassing,
  type RefusalCode,
  toRefusal,
} from "./commands/refusal.ts";
export { hasHiddenAuthors, phaseIdOf } from "./document/board-state.ts";
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
export { replaceText } from "./document/replace-text.ts";
export {
  cardsOf,
  leversOf,
  metaOf,
  peopleOf,
  placesOf,
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
export { idSchema, localeSchema, slugSchema } from "./model/id-schema.ts";
export { labelOf } from "./model/label-of.ts";
export type { Group, LabelSet, Lever } from "./model/lever-schema.ts";
export { NAME_MAX_LENGTH, TEXT_MAX_LENGTH, TEXT_MAX_LENGTH_TYPED } from "./model/limits.ts";
export { localise } from "./model/localise.ts";
export type { LocalisedText } from "./model/localised-text-schema.ts";
export type {
  AuthorsMode,
  Meta,
  Person,
} from "./model/meta.ts";
export { newId } from "./model/new-id.ts";
export { coordinateSchema, type Place } from "./model/place-schema.ts";
export { type Consent, consentSchema } from "./policy/consent-schema.ts";
export { isLocked } from "./policy/locks.ts";
export {
  actions,
  isAllowed,
  type Role,
  roles,
} from "./policy/policy.ts";
export { type Publication, publicationOf } from "./policy/publication.ts";
export { elfHefbomen } from "./templates/elf-hefbomen.ts";
export { findTemplate } from "./templates/find-template.ts";
export { type Template, templateSchema } from "./templates/template-schema.ts";
