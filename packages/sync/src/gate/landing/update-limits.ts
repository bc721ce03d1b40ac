/** Most clocks that one update may use up; deleted and collected structs have a length without content. */
export const UPDATE_MAX_CLOCKS = 100_000;
