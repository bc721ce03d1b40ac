import { expect, type Locator, type Page } from "@playwright/test";

import { t, tCount } from "../../support/texts.ts";
import { openLever, type Person } from "../steps.ts";

export const touches = (page: Page) => (page.viewportSize()?.width ?? 0) < 1_000;

/** Presses as this device does: a finger or a mouse. */
export async function pressOn({ page }: Person, target: Locator): Promise<void> {
  if (touches(page)) await target.tap();
  else await target.click();
}

export async function seesPhase(people: readonly Person[], title: string): Promise<void> {
  const heading = ({ page }: Person) =>
    page.getByRole("region", { name: t("phase.region") }).getByRole("heading", { name: title });
  await Promise.all(people.map((person) => expect(heading(person)).toBeVisible()));
}

/** Opens a lever and lets in what others add while it stands open, until this card is in sight. */
export async function seesCard(person: Person, lever: string, text: string): Promise<void> {
  const { page } = person;
  const card = page.getByRole("button", { name: t("card.open", { text }) });
  const counts = [1, 2, 3, 4].map((count) => tCount("lever.waiting", count));
  const letIn = page.getByRole("button", { name: new RegExp(`^(${counts.join("|")})$`) });
  await openLever(person, lever);
  await expect(async () => {
    if (await letIn.isVisible()) await pressOn(person, letIn);
    await expect(card).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
}

export interface Controls {
  add: boolean;
  cluster: boolean;
  vote: boolean;
  hand: boolean;
}

/** The controls that a participant's page offers, with the lever `lever` open; none of who leads, ever. */
export async function offers(
  person: Person,
  lever: string,
  { add, cluster, vote, hand }: Controls,
): Promise<void> {
  const { page } = person;
  const count = (isThere: boolean) => (isThere ? 1 : 0);
  await openLever(person, lever);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await expect(button(t("composer.open"))).toHaveCount(count(add));
  await expect(button(t("cluster.choose"))).toHaveCount(count(cluster));
  await expect(button(t("hand.raise"))).toHaveCount(count(hand));
  const plus = page.getByRole("button", { name: new RegExp(`^${t("vote.more", { text: "" })}`) });
  if (vote) await expect(plus.first()).toBeVisible();
  else await expect(plus).toHaveCount(0);
  await expect(page.getByRole("region", { name: t("lead.bar") })).toHaveCount(0);
}

export interface CardControls {
  edit: boolean;
  move: boolean;
  remove: boolean;
}

/** What may be done with a card, in its sheet. */
export async function offersOnCard(
  person: Person,
  text: string,
  { edit, move, remove }: CardControls,
): Promise<void> {
  const { page } = person;
  await pressOn(person, page.getByRole("button", { name: t("card.open", { text }) }));
  const sheet = page.getByRole("dialog");
  await expect(sheet).toBeVisible();
  const count = (isThere: boolean) => (isThere ? 1 : 0);
  await expect(sheet.getByRole("button", { name: t("card.edit") })).toHaveCount(count(edit));
  await expect(sheet.getByLabel(t("card.moveTo"))).toHaveCount(count(move));
  await expect(sheet.getByRole("button", { name: t("card.delete") })).toHaveCount(count(remove));
  await expect(sheet.getByRole("button", { name: t("lead.card.hide") })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
}

/** Puts two cards of the open lever together under a heading. */
export async function putTogether(
  person: Person,
  texts: readonly string[],
  heading: string,
): Promise<void> {
  const { page } = person;
  await pressOn(person, page.getByRole("button", { name: t("cluster.choose"), exact: true }));
  for (const text of texts) {
    await pressOn(person, page.getByRole("button", { name: t("cluster.chooseCard", { text }) }));
  }
  await pressOn(person, page.getByRole("button", { name: t("cluster.together"), exact: true }));
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("cluster.heading")).fill(heading);
  await pressOn(person, dialog.getByRole("button", { name: t("cluster.put") }));
  await expect(page.getByText(t("cluster.did.together"), { exact: true })).toBeVisible();
}

/** Gives one dot to a card of the open lever. */
export async function giveDot(person: Person, text: string): Promise<void> {
  const { page } = person;
  const group = page.getByRole("group", { name: t("vote.group", { text }) });
  await pressOn(person, group.getByRole("button", { name: t("vote.more", { text }) }));
}

export function votesLeft({ page }: Person, left: number): Promise<void> {
  const region = page.getByRole("region", { name: t("vote.region") });
  return expect(region.getByText(tCount("vote.left", left)).first()).toBeVisible();
}

/** Any total of a vote, as bars and headings say it. */
export function totals({ page }: Person): Locator {
  const words = Array.from({ length: 30 }, (_, dots) => [
    tCount("vote.got", dots),
    tCount("wall.leverVotes", dots),
  ]).flat();
  const headings = [t("wall.results"), t("wall.resultsSoFar")];
  return page.getByText(new RegExp(`^(${[...words, ...headings].join("|")})$`));
}
