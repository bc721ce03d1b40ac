import { expect, type Locator, type Page } from "@playwright/test";

/** A page on which something lies further away than this many presses of Tab is no page for keyboards. */
const TABS_MAX = 90;
/** Most cards that lie on the way from one to another. */
const ARROWS_MAX = 30;

/** Presses Tab until `target` has the focus, as somebody without a mouse does. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await holdsFocus(page);
  const element = await target.elementHandle();
  for (let presses = 0; presses <= TABS_MAX; presses += 1) {
    if (await page.evaluate((each) => each === document.activeElement, element)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached by Tab: ${target.toString()}`);
}

/** Uses a control, which shows that it has the focus. */
export async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await reach(page, target);
  await expect.poll(() => target.evaluate(isMarked), `${target} shows the focus`).toBe(true);
  pressedOn.set(page, await page.evaluate(() => performance.timeOrigin));
  await page.keyboard.press(key);
}

/** Leaves what stands open. */
export async function leave(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await holdsFocus(page);
}

/** The document on which something was pressed last, by when it began: another one begins at its top. */
const pressedOn = new WeakMap<Page, number>();

/** What was pressed may have gone by then; who pressed it must not have to begin at the top of the page. */
export async function holdsFocus(page: Page): Promise<void> {
  const since = pressedOn.get(page);
  if (since === undefined) return;
  const holds = () => page.evaluate(hasFocusSince, since);
  await expect.poll(holds, { message: "the focus is lost", timeout: 2_000 }).toBe(true);
}

/** A radio button is marked on its line, a card's button on its card. */
function isMarked(element: Element): boolean {
  for (let at: Element | null = element, up = 0; at !== null && up < 4; up += 1) {
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    if (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) return true;
    at = at.parentElement;
  }
  return false;
}

function hasFocusSince(before: number): boolean {
  return performance.timeOrigin !== before || document.activeElement !== document.body;
}

export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

/** Chooses an option by typing how it begins. */
export async function choose(page: Page, target: Locator, beginning: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.type(beginning, { delay: 20 });
  await page.keyboard.press("Tab");
}

/** Chooses a radio button: Tab reaches the group, arrows go through it. */
export async function pick(page: Page, radio: Locator): Promise<void> {
  const group = await radio.getAttribute("name");
  const ofGroup = page.locator(`input[type=radio][name="${group}"]`);
  for (let presses = 0; presses <= TABS_MAX; presses += 1) {
    if (await ofGroup.evaluateAll((all) => all.some((one) => one === document.activeElement)))
      break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 5 && !(await radio.isChecked()); presses += 1) {
    await page.keyboard.press("ArrowDown");
  }
  expect(await radio.isChecked()).toBe(true);
}

/** On the canvas Tab reaches the cards as one stop, and arrows go from card to card. */
export async function toCard(page: Page, card: Locator): Promise<void> {
  await reach(
    page,
    page.locator("[data-card] button[tabindex='0'], button[data-card][tabindex='0']"),
  );
  for (let presses = 0; presses < ARROWS_MAX; presses += 1) {
    const key = await card.evaluate(arrowTo, presses % 2 === 1);
    if (key === undefined) return;
    await page.keyboard.press(key);
  }
  await expect(card).toBeFocused();
}

/** What leads from the card that has the focus towards this one, once the page has drawn what the last key did. */
async function arrowTo(card: Element, isOtherWay: boolean): Promise<string | undefined> {
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  const { activeElement } = document;
  if (activeElement === null || activeElement === card) return undefined;
  const [from, to] = [activeElement.getBoundingClientRect(), card.getBoundingClientRect()];
  const [right, down] = [to.x - from.x, to.y - from.y];
  const isAcross = Math.abs(right) > Math.abs(down);
  const hasBoth = Math.min(Math.abs(right), Math.abs(down)) > 4;
  if (isAcross !== (isOtherWay && hasBoth)) return right > 0 ? "ArrowRight" : "ArrowLeft";
  return down > 0 ? "ArrowDown" : "ArrowUp";
}
