import type { OutboxState } from "./outbox-state.ts";

/** How storage failed one page. */
export interface Failure {
  /** What storage held when the change was made, if it came so far. */
  readonly seen: OutboxState | undefined;
  /** Storage took the change and never said whether it kept it. */
  readonly isUnconfirmed: boolean;
  /** Whether a page is known to be gone, and so can no longer alter what it left. */
  isGone(page: string): boolean;
}

/** What pages that are gone held back until their person paused, let go. */
export function releasedFromGone(state: OutboxState, { isGone }: Failure): OutboxState {
  const pending = state.pending.map((entry) =>
    entry.isHeld && isGone(entry.page) ? { ...entry, isHeld: false } : entry,
  );
  return { ...state, pending };
}

/**
 * Cards of which storage may hold either of two versions of what `page` asks: another page may send one of them, so this one
 * waits until it knows which.
 */
export function inDoubt(before: OutboxState, after: OutboxState, page: string): Set<string> {
  const versions = new Map(after.pending.map(({ command }) => [command.id, command]));
  const changed = before.pending.filter(
    (entry) =>
      entry.page === page &&
      !entry.isAttempted &&
      JSON.stringify(versions.get(entry.command.id)) !== JSON.stringify(entry.command),
  );
  return new Set(changed.map(({ command }) => command.cardId));
}
