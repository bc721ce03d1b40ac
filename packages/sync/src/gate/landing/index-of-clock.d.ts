/**
 * Which of a client's structs holds `clock`, by halving.
 * @param list ordered by clock, none of them overlapping another
 * @returns -1 when none does
 */
export declare function indexOfClock(
  list: readonly {
    readonly clock: number;
    readonly length: number;
  }[],
  clock: number,
): number;
