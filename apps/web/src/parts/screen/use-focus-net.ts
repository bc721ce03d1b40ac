import { useEffect } from "react";

const CONTROLS = "button, a[href], input, select, textarea, [tabindex]";

/**
 * Catches the focus when what had it goes, as a button does that is needed once: the first control of the nearest
 * thing around it that is still there has it then. Who says where it goes, goes first.
 */
export function useFocusNet(): void {
  useEffect(() => {
    let around: readonly Element[] = [];
    const note = ({ target }: FocusEvent) => {
      around = target instanceof Element ? ancestorsOf(target) : [];
    };
    let soon: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (!isLost(around)) return;
      clearTimeout(soon);
      soon = setTimeout(() => {
        if (isLost(around)) nearestIn(around)?.focus();
      });
    };
    const watcher = new MutationObserver(look);
    document.addEventListener("focusin", note);
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(soon);
      watcher.disconnect();
      document.removeEventListener("focusin", note);
    };
  }, []);
}

function isLost([had]: readonly Element[]): boolean {
  return had !== undefined && !had.isConnected && document.activeElement === document.body;
}

/** Itself first; without the page as a whole, whose first control is as good as nothing. */
function ancestorsOf(element: Element): Element[] {
  const found = [element];
  for (let up = element.parentElement; up?.parentElement; up = up.parentElement) found.push(up);
  return found.filter((each) => each !== document.body && each.parentElement !== document.body);
}

function nearestIn(around: readonly Element[]): HTMLElement | undefined {
  for (const each of around) {
    if (!each.isConnected) continue;
    const controls = each.querySelectorAll<HTMLElement>(CONTROLS);
    const found = [...controls].find((control) => control.checkVisibility?.() !== false);
    if (found !== undefined) return found;
  }
  return undefined;
}
