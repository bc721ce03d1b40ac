import { useEffect, useState } from "react";

const STATE_KEY = "hefboomNewLink";

/**
 * A new key for the role of this very page ends this page's session too: it comes back at once with the new key. The link
 * goes along in the history's state, so that the page can tell it once it is back; `useOwnNewLink` takes it out.
 */
export function comeBackWithKey(key: string, link: string | undefined): void {
  history.replaceState({ [STATE_KEY]: link }, "", `#key=${encodeURIComponent(key)}`);
  location.reload();
}

/** Whether this page came back with a new key just now. */
export const hasOwnNewLink = () => linkInState() !== undefined;

/** The link whose key this page came back with, to be told once. */
export function useOwnNewLink(): string | undefined {
  const [link] = useState(linkInState);
  useEffect(() => {
    if (link !== undefined) history.replaceState(null, "", location.href);
  }, [link]);
  return link;
}

function linkInState(): string | undefined {
  const state: unknown = history.state;
  if (typeof state !== "object" || state === null || !(STATE_KEY in state)) return undefined;
  const link = state[STATE_KEY];
  return typeof link === "string" ? link : undefined;
}
