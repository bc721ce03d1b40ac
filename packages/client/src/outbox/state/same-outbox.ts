import type { OutboxState } from "./outbox-state.ts";

/** Whether other pages have nothing to learn from the newer one: signs of life alone are not worth a word. */
export function isSameOutbox(before: OutboxState, after: OutboxState): boolean {
  return wordsOf(before) === wordsOf(after);
}

function wordsOf({ pending, drawer, ownCardIds, edits, holder }: OutboxState): string {
  const letters = edits.map(({ id, page }) => [id, page]);
  return JSON.stringify([pending, drawer.map(({ id }) => id), ownCardIds.length, letters, holder]);
}
