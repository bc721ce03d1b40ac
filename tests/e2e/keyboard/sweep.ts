import type { Page } from "@playwright/test";

import { findNameless } from "./names.ts";

/** What somebody without a mouse, or without sight, misses on a page; each empty on a page that is well. */
export interface Missed {
  /** Controls that no press of Tab leads to. */
  unreached: readonly string[];
  /** Controls that do not show that they have the focus. */
  unmarked: readonly string[];
  /** Controls that lie out of sight, or under something, while they have the focus. */
  covered: readonly string[];
  /** Controls that a screen reader has no name for. */
  nameless: readonly string[];
}

/** More stops than controls: the page itself, and what scrolls, are stops as well. */
const SPARE_STOPS = 30;

/** Goes once round the page by Tab alone. */
export async function sweep(page: Page): Promise<Missed> {
  const nameless = await findNameless(page);
  const count = await page.evaluate(begin);
  for (let presses = 0; presses < count + SPARE_STOPS; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(isRound)) break;
  }
  return { ...(await page.evaluate(missed)), nameless };
}

/** The whole of it must be in the page: only there are elements the same from one call to the next. */
interface Sweeping {
  controls: Element[];
  reached: Set<Element>;
  unmarked: Set<string>;
  covered: Set<string>;
}
declare global {
  interface Window {
    sweeping: Sweeping;
  }
}

function begin(): number {
  const selector =
    "button, a[href], input:not([type=hidden]), select, textarea, summary, [tabindex='0'], " +
    "[role=button], [role=link], [role=tab], [role=switch], [role=checkbox], [role=menuitem]";
  const modal = document.querySelector("dialog:modal");
  const controls = [...(modal ?? document).querySelectorAll(selector)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(":disabled") &&
      element.closest("[inert], [aria-hidden=true]") === null,
  );
  window.sweeping = { controls, reached: new Set(), unmarked: new Set(), covered: new Set() };
  return controls.length;
}

/** Notes where the focus is. @returns whether it was there before */
function isRound(): boolean {
  const { reached, unmarked, covered } = window.sweeping;
  const element = document.activeElement;
  if (element === null || element === document.body) return false;
  if (reached.has(element)) return true;
  reached.add(element);
  const isMarked = (each: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  };
  // A radio button is marked on its line, a card's button on its card.
  let marked: Element | null = element;
  for (let up = 0; up < 4 && marked !== null && !isMarked(marked); up += 1) {
    marked = marked.parentElement;
  }
  const name = element.outerHTML.slice(0, 160);
  if (marked === null || !isMarked(marked)) {
    unmarked.add(name);
    return false;
  }
  const { left, top, width, height } = marked.getBoundingClientRect();
  const isInSight = [0.1, 0.3, 0.5, 0.7, 0.9].some((down) =>
    [0.1, 0.5, 0.9].some((along) => {
      const hit = document.elementFromPoint(left + width * along, top + height * down);
      return hit !== null && (marked.contains(hit) || hit.closest("label")?.contains(marked));
    }),
  );
  if (!isInSight) covered.add(name);
  return false;
}

function missed() {
  const { controls, reached, unmarked, covered } = window.sweeping;
  const all = [...reached];
  // One stop for all of them: arrows go on from there.
  const isOfGroup = (element: Element) => {
    if (element.matches("[data-card] > button")) {
      return all.some((each) => each.matches("[data-card] > button"));
    }
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return false;
    return all.some((each) => each instanceof HTMLInputElement && each.name === element.name);
  };
  const unreached = controls
    .filter((element) => element.isConnected && !reached.has(element) && !isOfGroup(element))
    .map((element) => element.outerHTML.slice(0, 160));
  return { unreached, unmarked: [...unmarked], covered: [...covered] };
}
