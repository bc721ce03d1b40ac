import { useEffect } from "react";

const CONTROLS =
  ":is(button, a[href], input, select, textarea, summary, [tabindex]):not(:disabled)";
/** A button that is disabled keeps the focus until the browser draws; who says where it goes has done so by then, in ms. */
const SETTLED_MS = 50;

/**
 * Catches the focus when what had it goes, as a button does that is needed once: the first control of the nearest
 * thing around it that is still there has it then. Who says where it goes, goes first.
 */
export function useFocusNet(): void {
  useEffect(() => {
    let around: readonly Element[] = [];
    const note = () => {
      around = document.activeElement === null ? [] : ancestorsOf(document.activeElement);
    };
    note(); // a dialog that opened with the page has the focus already
    let soon: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (around[0] === undefined || isUsable(around[0])) return;
      clearTimeout(soon);
      soon = setTimeout(() => {
        if (hasNoFocus()) nearestIn(around)?.focus({ preventScroll: true });
      }, SETTLED_MS);
    };
    const watcher = new MutationObserver(look);
    document.addEventListener("focusin", note);
    const what = { childList: true, subtree: true, attributeFilter: ["disabled", "hidden"] };
    watcher.observe(document.body, what);
    return () => {
      clearTimeout(soon);
      watcher.disconnect();
      document.removeEventListener("focusin", note);
    };
  }, []);
}

/** Nothing has it, or what browsers let keep it until they draw. */
function hasNoFocus(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !isUsable(activeElement);
}

function isUsable(element: Element): boolean {
  return element.isConnected && !element.matches(":disabled, [hidden] *");
}

/** Itself first; without the page as a whole, whose first control is as good as nothing. */
function ancestorsOf(element: Element): Element[] {
  const found = [element];
  for (let up = element.parentElement; up?.parentElement; up = up.parentElement) found.push(up);
  return found.filter((each) => each !== document.body && each.parentElement !== document.body);
}

/** What had the focus, when it was disabled for a moment only; else the first control of what is nearest around it. */
function nearestIn(around: readonly Element[]): HTMLElement | undefined {
  const [had] = around;
  if (had instanceof HTMLElement && isUsable(had)) return had;
  for (const each of around) {
    if (!each.isConnected) continue;
    const controls = each.querySelectorAll<HTMLElement>(CONTROLS);
    const found = [...controls].find((control) => control.checkVisibility?.() !== false);
    if (found !== undefined) return found;
  }
  return undefined;
}
