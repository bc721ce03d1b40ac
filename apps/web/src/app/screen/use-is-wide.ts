import { useSyncExternalStore } from "react";

/** From this width on the board can be drawn as islands. */
const WIDE = "(width >= 1000px)";

export function useIsWide(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(WIDE).matches);
}

function follow(onChange: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
