import { attempting } from "./change-outbox.ts";
import type { OutboxState, StoredEdit } from "./outbox-state.ts";

/** A page without a sign of life for so long has crashed or sleeps: another one takes its place. */
export const SIGN_MS = 7_000;
/** A page with something pending renews its sign this often. */
export const RENEW_MS = 2_500;

export interface PageSign {
  readonly page: string;
  /** Device time in ms since 1970, the same for all its pages. */
  readonly nowMs: number;
  /** Whether this page could send now. */
  readonly isReady: boolean;
  /** Whether a page is known to be gone; it spares waiting until its sign runs out. */
  readonly isGone?: ((page: string) => boolean) | undefined;
}

/**
 * The outbox with a new sign of life of this page, which then is the holder if it can send and no other page is. What
 * pages without a sign have left goes on here: commands that they held back, and letters.
 */
export function withSign(state: OutboxState, sign: PageSign): OutboxState {
  const { page, nowMs, isReady } = sign;
  const others = Object.entries(state.pages).filter(
    ([other, until]) => other !== page && isAlive(other, until, sign),
  );
  const living = new Set(others.map(([other]) => other)).add(page);
  const edits = isReady ? state.edits.map((edit) => takenOver(edit, page, living)) : state.edits;
  const hasWork = state.pending.length > 0 || edits.some((edit) => edit.page === page);
  const pages = hasWork ? [...others, [page, nowMs + SIGN_MS] as const] : others;
  const mayHold = hasWork && isReady;
  const isHeld = state.holder !== undefined && state.holder !== page && living.has(state.holder);
  return {
    ...state,
    edits,
    pages: Object.fromEntries(pages),
    holder: isHeld ? state.holder : mayHold ? page : undefined,
    pending: state.pending.map((entry) =>
      entry.isHeld && !living.has(entry.page) ? { ...entry, isHeld: false } : entry,
    ),
  };
}

/** The outbox when this page has gone; its letters may be taken over at once. */
export function withoutPage(state: OutboxState, page: string): OutboxState {
  const pages = Object.fromEntries(Object.entries(state.pages).filter(([id]) => id !== page));
  const holder = state.holder === page ? undefined : state.holder;
  const pending = state.pending.map((entry) =>
    entry.isHeld && entry.page === page ? { ...entry, isHeld: false } : entry,
  );
  return { ...state, pages, holder, pending };
}

/**
 * The outbox as a page finds it that gave no sign for a while: others may have sent what it left, so that it alters nothing
 * of that any more.
 */
export function frozenWhileUnsigned(
  state: OutboxState,
  { page, now }: { readonly page: string; readonly now: () => number },
): OutboxState {
  if (isSigned(state.pages[page], now())) return state;
  const own = state.pending.filter((entry) => entry.page === page);
  return attempting(new Set(own.map(({ command }) => command.id)))(state);
}

/** A sign further ahead than any page could have given comes from a clock that was set back since. */
export function isSigned(until: number | undefined, nowMs: number): boolean {
  return until !== undefined && until > nowMs && until <= nowMs + SIGN_MS;
}

function isAlive(page: string, until: number, { nowMs, isGone }: PageSign): boolean {
  return !isGone?.(page) && isSigned(until, nowMs);
}

function takenOver(edit: StoredEdit, page: string, living: ReadonlySet<string>): StoredEdit {
  return living.has(edit.page) ? edit : { ...edit, page };
}
