import { useSyncExternalStore } from "react";

/**
 * Which lever's cards the list shows, kept in the fragment so that "back" on a phone leads to the levers again:
 * `#lever=h03`, `#lever=` for the tray, anything else for none.
 */
export function leverInFragment(fragment: string): string | null | undefined {
  const lever = new URLSearchParams(fragment.replace(/^#/, "")).get("lever");
  if (lever === null) return undefined;
  return lever === "" ? null : lever;
}

export const leverHref = (lever: string | null) => `#lever=${lever ?? ""}`;

export function useLeverInAddress(): string | null | undefined {
  const fragment = useSyncExternalStore(followFragment, () => location.hash);
  return leverInFragment(fragment);
}

export function goToLever(lever: string | null): void {
  if (leverInFragment(location.hash) !== lever) location.hash = leverHref(lever);
}

/** Back to all levers. */
export function goToLevers(): void {
  location.hash = "";
}

function followFragment(onChange: () => void): () => void {
  addEventListener("hashchange", onChange);
  return () => removeEventListener("hashchange", onChange);
}
