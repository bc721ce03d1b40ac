/** How many of the newest cards take their turn on the wall. */
export const ROTATING = 12;

/**
 * The card to show after `current`: the newest that was not shown yet, else the next older, else the newest again.
 * @param newest ids, newest first
 * @returns `undefined` only when there is no card at all
 */
export function nextCard(
  newest: readonly string[],
  current: string | undefined,
  shown: ReadonlySet<string>,
): string | undefined {
  const turn = newest.slice(0, ROTATING);
  const unseen = turn.find((id) => !shown.has(id));
  if (unseen !== undefined) return unseen;
  const index = current === undefined ? -1 : turn.indexOf(current);
  return turn[index + 1] ?? turn[0];
}

const SHORTEST_MS = 8_000;
const LONGEST_MS = 24_000;
/** About 16 characters a second: slow enough for a hall that also listens. */
const MS_PER_CHARACTER = 60;

/** How long a text stays on the wall. */
export function readingTimeMs(text: string): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, text.length * MS_PER_CHARACTER));
}
