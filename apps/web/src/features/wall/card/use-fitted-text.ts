import { type RefObject, useEffect, useLayoutEffect } from "react";

/** Sizes of the text in hundredths of the wall's height, largest first; the last is just above 1/27. */
const SIZES = [7.4, 6.6, 5.8, 5.1, 4.5, 4.1, 3.75] as const;

/** Gives the element the largest size at which its text fits, else the smallest with an ellipsis after the last line. */
export function useFittedText(ref: RefObject<HTMLElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text fits at another size
  useLayoutEffect(() => fitText(ref.current), [ref, text]);
  useEffect(() => {
    const again = () => fitText(ref.current);
    addEventListener("resize", again);
    document.fonts?.addEventListener("loadingdone", again);
    return () => {
      removeEventListener("resize", again);
      document.fonts?.removeEventListener("loadingdone", again);
    };
  }, [ref]);
}

function fitText(element: HTMLElement | null): void {
  if (element === null) return;
  element.style.removeProperty("-webkit-line-clamp");
  for (const size of SIZES) {
    element.style.setProperty("--wall-text-size", String(size));
    if (element.scrollHeight <= element.clientHeight + 1) return;
  }
  const lineHeightPx = Number.parseFloat(getComputedStyle(element).lineHeight);
  const lines = Math.max(1, Math.floor(element.clientHeight / lineHeightPx));
  element.style.setProperty("-webkit-line-clamp", String(lines));
}
