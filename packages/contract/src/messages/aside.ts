import type { CardFacts, HeldState, Place } from "@hefboom/board";

/** A card that is not in the document, for whoever may know of it. */
export interface AsideCard {
  readonly cardId: string;
  readonly state: Exclude<HeldState, "due">;
  readonly facts: CardFacts;
  readonly place: Place;
  readonly text: string;
  /** The receiver made it. */
  readonly isOwn: boolean;
}
/** Ids of what was voted on, with the dots it was given. */
export type GivenDots = Readonly<Record<string, number>>;

/** What those who lead see of a session, and nobody else. */
export interface StaffAside {
  /** Drafts that were not revealed yet. */
  readonly drafts: number;
  /** People, and tables, that have voted in the ballot that was opened last. */
  readonly voters: number;
  /** Who has their hand up, the longest first; `at` is server time in ms. */
  readonly hands: readonly { readonly personId: string; readonly at: number }[];
  /** Who was stopped. */
  readonly stopped: readonly string[];
}

/**
 * What the server tells one socket beside the document (message 7): the held cards its person may know of, their own
 * votes, and for those who lead how the session stands. A part that is absent has not changed.
 */
export interface Aside {
  /** `cards` are all there are; else only those that changed. */
  readonly isWhole: boolean;
  /** Server time when it was sent, in ms since 1970: for what counts down. */
  readonly now: number;
  readonly cards?: readonly AsideCard[];
  /** Ids of cards that are held no longer: shown, or deleted. */
  readonly gone?: readonly string[];
  /** Of the ballot that was opened last. */
  readonly votes?: GivenDots;
  /** For a scribe: what was voted for others, by the name or table they said. */
  readonly votesFor?: Readonly<Record<string, GivenDots>>;
  readonly isHandUp?: boolean;
  readonly staff?: StaffAside;
}
