/**
 * Which of a client's structs holds `clock`, by halving.
 * @param list ordered by clock, none of them overlapping another
 * @returns -1 when none does
 */
export function indexOfClock(
  list: readonly { readonly clock: number; readonly length: number }[],
  clock: number,
): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one === undefined) return -1;
    if (clock < one.clock) high = middle - 1;
    else if (clock >= one.clock + one.length) low = middle + 1;
    else return middle;
  }
  return -1;
}
