import type { ReadyPlan } from "@hefboom/board";
import type { TextKey } from "@hefboom/contract";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

import { t } from "../support/texts.ts";

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const LAPTOP = { viewport: { width: 1440, height: 900 } };

/** A person with a device of their own: a browser context with its own cookies and storage. */
export interface Person {
  context: BrowserContext;
  page: Page;
  /** Scheme, host and port under which this person's browser knows the server. */
  base: string;
}

export async function someone(
  browser: Browser,
  base: string,
  device: typeof PHONE | typeof LAPTOP,
): Promise<Person> {
  const context = await browser.newContext(device);
  return { context, page: await context.newPage(), base };
}

export async function signInAsOrganiser({ page, base }: Person, key: string): Promise<void> {
  await page.goto(`${base}/o#key=${key}`);
  await expect(
    page.getByRole("heading", { name: t("organise.list.title"), exact: true, level: 1 }),
  ).toBeVisible();
  expect(page.url()).not.toContain(key);
}

/** @returns the id of the new workshop's board */
export async function makeWorkshop(
  { page }: Person,
  title: string,
  plan: ReadyPlan = "standing",
): Promise<string> {
  const name = page.getByLabel(t("organise.new.name"));
  const open = page.getByRole("button", { name: t("organise.new.open") });
  await expect(name.or(open).first()).toBeVisible();
  if (!(await name.isVisible())) await open.click();
  await name.fill(title);
  await page.getByRole("radio", { name: t(`plan.${plan}`) }).check();
  await page.getByRole("button", { name: t("organise.new.submit") }).click();
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  return new URL(page.url()).hash.slice(1);
}

export async function loadEssay({ page }: Person, file: string): Promise<void> {
  await page.getByLabel(t("organise.essay.file")).setInputFiles(file);
  await expect(page.getByText(t("organise.essay.found"))).toBeVisible();
}

/** Lays the first quote of the tray on `lever`, by the organiser's list. */
export async function placeFirstQuote({ page }: Person, lever: string): Promise<void> {
  const first = page.getByLabel(t("organise.tray.leverFor", { number: 1 }), { exact: true });
  const place = t("organise.tray.placeFor", { number: 1 });
  const buttons = page.getByRole("button", { name: t("organise.tray.place") });
  await expect(first).toBeVisible();
  const before = await buttons.count();
  await first.selectOption(lever);
  await page.getByRole("button", { name: place, exact: true }).click();
  await expect(buttons).toHaveCount(before - 1);
}

export interface Joining {
  code: string;
  name?: string;
  consent: "named" | "anonymous" | "none";
}

/** Comes in by the plain page behind the QR code. */
export async function joinByCode({ page, base }: Person, joining: Joining): Promise<void> {
  await page.goto(`${base}/j/${joining.code}`);
  if (joining.name !== undefined) await page.locator('input[name="name"]').fill(joining.name);
  await page.locator(`input[name="consent"][value="${joining.consent}"]`).check();
  await page.locator("form button[type=submit]").last().click();
  await expect(page.getByRole("button", { name: t("composer.open") })).toBeVisible();
}

export interface CardToWrite {
  kind: "note" | "quote";
  text: string;
  /** Id of a lever. */
  lever: string;
  speaker?: string;
  speakerAgrees?: boolean;
  consent?: "named" | "anonymous" | "none";
}

export async function writeCard({ page }: Person, card: CardToWrite): Promise<void> {
  await page.getByRole("button", { name: t("composer.open") }).click();
  const sheet = page.getByRole("dialog", { name: t("composer.title") });
  await sheet.getByRole("radio", { name: t(`kind.${card.kind}`) }).check();
  const label = card.kind === "quote" ? "composer.quoteText" : "composer.noteText";
  await sheet.getByLabel(t(label)).fill(card.text);
  await sheet.getByLabel(t("composer.lever")).selectOption(card.lever);
  if (card.speaker !== undefined) {
    await sheet.getByLabel(t("composer.speaker")).fill(card.speaker);
    await sheet.getByLabel(t("composer.speakerAgrees")).setChecked(card.speakerAgrees ?? false);
  }
  if (card.consent !== undefined) await chooseConsent(page, card.consent);
  await sheet.getByRole("button", { name: t("composer.place") }).click();
  await expect(sheet).toBeHidden();
}

async function chooseConsent(page: Page, consent: "named" | "anonymous" | "none"): Promise<void> {
  const key: TextKey = `consent.${consent}`;
  const answer = page.getByRole("radio", { name: t(key), exact: true });
  if (!(await answer.isVisible())) await page.locator("dialog summary").last().click();
  await answer.check();
}

/** Opens a lever's list of cards, on a phone or on a laptop that shows the list. */
export async function openLever({ page }: Person, lever: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = id;
  }, `lever=${lever}`);
}

/** Everything the page shows as the cards of the board, by `window.hefboom`. */
export async function textsOn({ page }: Person, cardIds: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (ids) => ids.map((id) => String((window as unknown as Inspected).hefboom.textOf(id))),
    [...cardIds],
  );
}

interface Inspected {
  hefboom: { cards(): number; textOf(cardId: string): string | undefined };
}

export async function cardCount({ page }: Person): Promise<number> {
  return page.evaluate(() => (window as unknown as Inspected).hefboom?.cards() ?? -1);
}
