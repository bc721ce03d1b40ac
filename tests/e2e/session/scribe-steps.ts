import { expect } from "@playwright/test";

import { t, tCount } from "../../support/texts.ts";
import type { Person } from "../steps.ts";

interface TableCard {
  who: string;
  text: string;
  /** Number of a lever, as the scribe types it. */
  lever: number;
}

/** Writes down what a table says; the answer about publishing is asked for the first card alone. */
export async function enterCard({ page }: Person, { who, text, lever }: TableCard): Promise<void> {
  await page.getByLabel(t("scribe.who")).fill(who);
  await page.getByRole("radio", { name: t("consent.named"), exact: true }).check();
  await page.getByLabel(t("scribe.leverNumber")).fill(String(lever));
  const words = page.getByLabel(t("scribe.noteText"));
  await words.fill(text);
  await words.press("Enter");
  await expect(words).toHaveValue("");
}

/** Gives one dot for who has no phone. @param left dots that they have after it */
export async function voteFor(
  { page }: Person,
  { voter, text, left }: { voter: string; text: string; left: number },
): Promise<void> {
  await page.getByLabel(t("scribe.voter")).fill(voter);
  await page.getByRole("button", { name: t("vote.more", { text }) }).click();
  await expect(page.getByText(tCount("scribe.votesLeft", left, { voter }))).toBeVisible();
}
