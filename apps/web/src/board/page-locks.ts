const PREFIX = "hefboom-page:";

/** Where the browser has locks, a page holds one for as long as it lives, so that others see at once when it is gone. */
export function holdPage(pageId: string): void {
  // Missing on http, whatever the type says; there a page's sign of life in the outbox has to run out.
  if (!("locks" in navigator)) return;
  const forever = () => new Promise<never>(() => undefined);
  navigator.locks.request(PREFIX + pageId, forever).catch(() => undefined); // denied: as if there were none
}

/** The pages that live; `undefined` where the browser cannot tell. */
export async function heldPages(): Promise<ReadonlySet<string> | undefined> {
  if (!("locks" in navigator)) return undefined;
  const { held = [] } = await navigator.locks.query();
  const names = held.map(({ name = "" }) => name).filter((name) => name.startsWith(PREFIX));
  return new Set(names.map((name) => name.slice(PREFIX.length)));
}
