import { type RefObject, useLayoutEffect } from "react";

/** Sizes of the text in hundredths of the wall's height, largest first; the last is just above 1/27. */
const SIZES = [14, 12, 10, 8.6, 7.4, 6.6, 5.8, 5.1, 4.5, 4.1, 3.75] as const;

/**
 * Gives a text the largest size at which it fits in the room around it, else the smallest with an ellipsis after the
 * last line that fits.
 * @param ref the text's element; its parent is the room, and has a height of its own
 */
export function useFittedText(ref: RefObject<HTMLElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text fits at another size
  useLayoutEffect(() => {
    const element = ref.current;
    const room = element?.parentElement;
    if (!element || !room) return;
    const again = () => fitText(element, room);
    again();
    // Another projector, or fonts that arrive late.
    const watcher = new ResizeObserver(again);
    watcher.observe(room);
    document.fonts.addEventListener("loadingdone", again);
    return () => {
      watcher.disconnect();
      document.fonts.removeEventListener("loadingdone", again);
    };
  }, [ref, text]);
}

function fitText(element: HTMLElement, room: HTMLElement): void {
  element.style.removeProperty("-webkit-line-clamp");
  for (const size of SIZES) {
    element.style.setProperty("--wall-text-size", String(size));
    if (element.offsetHeight <= room.clientHeight) return;
  }
  const style = getComputedStyle(element);
  const forLinesPx = room.clientHeight - Number.parseFloat(style.paddingBlockEnd);
  const lines = Math.max(1, Math.floor(forLinesPx / Number.parseFloat(style.lineHeight)));
  element.style.setProperty("-webkit-line-clamp", String(lines));
}
