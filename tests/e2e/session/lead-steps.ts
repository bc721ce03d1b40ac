import { type Phase, readyPlans } from "@hefboom/board";
import { expect, type Page } from "@playwright/test";

import { t } from "../../support/texts.ts";
import type { Person } from "../steps.ts";

/** The Dutch title of a phase of the standard plan. */
export function titleOf(phase: string): string {
  const found: Phase | undefined = readyPlans.standard.find(({ id }) => id === phase);
  return found?.title["nl"] ?? phase;
}

const bar = (page: Page) => page.getByRole("region", { name: t("lead.bar") });
const nextButton = (page: Page, phase: string) =>
  bar(page).getByRole("button", {
    name: new RegExp(`^${t("lead.phase.next")}.*${titleOf(phase)}$`),
  });

/** On to the next phase by the bar, which names it; where it reveals drafts, after a question. */
export async function goOn({ page }: Person, phase: string): Promise<void> {
  await nextButton(page, phase).click();
  if (phase === "reveal") await page.getByRole("button", { name: t("lead.reveal.goOn") }).click();
  await expect(bar(page).getByText(titleOf(phase), { exact: true }).first()).toBeVisible();
}

export async function press({ page }: Person, name: string | RegExp): Promise<void> {
  await bar(page).getByRole("button", { name }).first().click();
}

/** Takes back what the bar says was just done. */
export async function takeBack({ page }: Person, words: string): Promise<void> {
  await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
  await page
    .getByRole("button", { name: t("undo.undo") })
    .first()
    .click();
  await expect(page.getByText(t("undo.done", { what: words })).first()).toBeVisible();
}

/** Opens the panel beside the board, at one of its sections. */
export async function moderate(
  person: Person,
  section: "cards" | "people" | "access",
): Promise<void> {
  const panel = person.page.getByRole("complementary");
  if (!(await panel.isVisible())) await press(person, t("lead.mod.open"));
  await panel.getByRole("button", { name: t(`lead.mod.section.${section}`), exact: true }).click();
}

export async function closePanel({ page }: Person): Promise<void> {
  await page
    .getByRole("complementary")
    .getByRole("button", { name: t("dialog.close") })
    .click();
}

export async function closeDialog({ page }: Person): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}
