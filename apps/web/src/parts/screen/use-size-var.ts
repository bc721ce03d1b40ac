import { useEffect, useRef } from "react";

/** Tells the page how high an element is, for what sticks below or stands above it. */
export function useSizeVar<Kind extends HTMLElement>(name: `--${string}`) {
  const ref = useRef<Kind>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const { style } = document.documentElement;
    const watcher = new ResizeObserver(() => style.setProperty(name, `${element.offsetHeight}px`));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      style.removeProperty(name);
    };
  }, [name]);
  return ref;
}
