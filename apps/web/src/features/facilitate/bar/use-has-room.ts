import { useSyncExternalStore } from "react";

import { WIDE } from "../../../board/start-session.ts";

/** Whether there is room for the whole bar, and for a panel beside the board; else who leads walks with a phone. */
export function useHasRoom(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(WIDE).matches);
}

function follow(onChange: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
