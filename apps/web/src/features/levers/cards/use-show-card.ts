import { useEffect, useRef } from "react";

import { useScreen } from "../../../parts/screen/screen-store.ts";

interface Showing {
  shown: readonly string[];
  waiting: readonly string[];
  letIn: () => void;
}

/** Brings the card that this person has just made, let in or was led to under the eyes. */
export function useShowCard({ shown, waiting, letIn }: Showing) {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useScreen((state) => state.cardToShow);
  const isWaiting = wanted !== undefined && waiting.includes(wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each card that waits
  useEffect(() => {
    if (isWaiting) letIn();
  }, [isWaiting]);
  const cardToShow = wanted !== undefined && shown.includes(wanted) ? wanted : undefined;
  useEffect(() => {
    if (cardToShow === undefined) return;
    const id = CSS.escape(cardToShow);
    const item = list.current?.querySelector(`[data-card="${id}"], [data-doubles~="${id}"]`);
    item?.scrollIntoView({ block: "center" });
    // What had the focus may be gone, as when a card was put under another heading.
    if (document.activeElement === document.body) {
      item?.querySelector<HTMLElement>("[data-open]")?.focus({ preventScroll: true });
    }
  }, [cardToShow]);
  return list;
}
