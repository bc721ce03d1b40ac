import { useSyncExternalStore } from "react";

/** Whether the device believes that it has a network; it may say yes in vain, but a no is sure. */
export function useHasNetwork(): boolean {
  return useSyncExternalStore(follow, () => navigator.onLine);
}

function follow(onChange: () => void): () => void {
  addEventListener("online", onChange);
  addEventListener("offline", onChange);
  return () => {
    removeEventListener("online", onChange);
    removeEventListener("offline", onChange);
  };
}
