import { type RefObject, useLayoutEffect, useState } from "react";

/** How many rows of a list are seen whole; `count` until that is known. The list hides what does not fit. */
export function useRowsThatFit(list: RefObject<HTMLElement | null>, count: number): number {
  const [fitting, setFitting] = useState(count);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are to be measured anew
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = () => setFitting(Math.max(1, wholeRows(element)));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [list, count]);
  return Math.min(fitting, count);
}

function wholeRows(list: HTMLElement): number {
  const foot = list.getBoundingClientRect().bottom + 1; // rounding
  return [...list.children].filter((row) => row.getBoundingClientRect().bottom <= foot).length;
}
