/** Longest text of a card in UTF-16 units after NFC, in commands. */
export const TEXT_MAX_LENGTH = 1_000;
/** The same in the gate, where nothing is normalised and two people typing are not refused. */
export const TEXT_MAX_LENGTH_TYPED = 1_200;
/** Longest name of a participant or a speaker, in UTF-16 units. */
export const NAME_MAX_LENGTH = 60;
/** Most cards of one person that nobody else has seen yet: drafts of a silence, and what waits to be let through. */
export const UNSEEN_MAX = 200;
/** The same of a scribe, who writes for whole tables. */
export const UNSEEN_MAX_SCRIBE = 2_000;
/** Longest title of a workshop, in UTF-16 units. */
export const TITLE_MAX_LENGTH = 120;
/** Longest order key that is stored; a longer one makes the server spread the lever's keys anew. */
export const ORDER_MAX_LENGTH = 64;
/** Longest text of people or plans in one language, in UTF-16 units. */
export const LOCALISED_TEXT_MAX_LENGTH = 400;
/** Most cards of one cluster. */
export const MEMBERS_MAX = 200;
/** Most phases of one plan. */
export const PHASES_MAX = 30;
/** Longest time of a phase or a timer, in minutes. */
export const MINUTES_MAX = 24 * 60;
/** Most dots that one person has in a vote. */
export const DOTS_MAX = 20;
