/** Largest new part of one update, in bytes. */
export const UPDATE_MAX_BYTES = 64 * 1024;
/** Most new structs in one update. */
export const UPDATE_MAX_STRUCTS = 5_000;
/** Most clocks that one update may use up; deleted and collected structs have a length without content. */
export const UPDATE_MAX_CLOCKS = 100_000;
/** Most clientIDs one person writes under on a board. */
export const CLIENTS_MAX_PER_PERSON = 64;
