/** @param numbers at least one */
export function median(numbers: readonly number[]): number {
  const ordered = numbers.toSorted((a, b) => a - b);
  return ordered[ordered.length >> 1] ?? Number.NaN;
}
