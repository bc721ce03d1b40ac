/** Longest text of a card in UTF-16 units after NFC, in commands. */
export const TEXT_MAX_LENGTH = 1_000;
/** The same in the gate, where nothing is normalised and two people typing are not refused. */
export const TEXT_MAX_LENGTH_TYPED = 1_200;
/** Longest name of a participant or a speaker, in UTF-16 units. */
export const NAME_MAX_LENGTH = 60;
/** Longest order key that is stored; a longer one makes the server spread the lever's keys anew. */
export const ORDER_MAX_LENGTH = 64;
