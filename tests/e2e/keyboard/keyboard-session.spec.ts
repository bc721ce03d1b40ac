import { expect, type Page, test } from "@playwright/test";

import { aNote, join, makeBoard, send } from "../../support/api.ts";
import { TestServer } from "../../support/test-server.ts";
import { t, tCount } from "../../support/texts.ts";
import { titleOf } from "../session/lead-steps.ts";
import { LAPTOP, type Person, someone } from "../steps.ts";
import { press, toCard, write } from "./keys.ts";

const [FIRST, SECOND] = ["Met de pijltjes erheen", "En met Enter weer terug"];
const HEADING = "Zonder muis";

test("a session is led, clustered and voted on with the keyboard alone", async ({ browser }) => {
  await using server = await TestServer.start();
  const board = await makeBoard(server, { title: "Met toetsen geleid", plan: "standard" });
  const lead = await someone(browser, server.origin, LAPTOP);
  await lead.page.goto(`${server.origin}/b/${board.id}/lead#key=${board.facilitatorKey}`);
  const kim = await takePart(browser, server, board.code);

  await goOn(lead.page, "read");
  await keepTime(lead.page);
  await goOn(lead.page, "write");
  const { token } = await join(server, board.code, { name: "Ann", consent: "named" });
  await send(server, board.id, token, [aNote(FIRST, "h02"), aNote(SECOND, "h02")]);
  const drafts = lead.page.getByRole("button", { name: tCount("lead.drafts.short", 2) });
  await expect(drafts).toBeVisible();
  await goOn(lead.page, "reveal");
  await lookHere(lead.page, kim.page);
  await hide(lead.page);
  await goOn(lead.page, "cluster");
  await cluster(kim.page);
  await goOn(lead.page, "vote");
  await vote(kim.page);
  await reveal(lead.page, kim.page);
});

async function takePart(
  browser: Parameters<typeof someone>[0],
  server: TestServer,
  code: string,
): Promise<Person> {
  const kim = await someone(browser, server.origin, LAPTOP);
  await kim.page.goto(`${server.origin}/j/${code}`);
  await press(kim.page, kim.page.locator("form button[type=submit]").last());
  await press(kim.page, kim.page.getByRole("button", { name: t("shape.toList") }));
  return kim;
}

async function goOn(page: Page, phase: string): Promise<void> {
  const bar = page.getByRole("region", { name: t("lead.bar") });
  const name = new RegExp(`^${t("lead.phase.next")}.*${titleOf(phase)}$`);
  await press(page, bar.getByRole("button", { name }));
  if (phase === "reveal") {
    await press(page, page.getByRole("button", { name: t("lead.reveal.goOn") }));
  }
  await expect(bar.getByText(titleOf(phase), { exact: true }).first()).toBeVisible();
}

async function keepTime(page: Page): Promise<void> {
  await press(page, page.getByRole("button", { name: t("lead.timer.addName") }));
  await expect(page.getByText(t("lead.timer.did.add")).first()).toBeVisible();
  await press(page, page.getByRole("button", { name: t("lead.timer.pause") }));
  const resume = page.getByRole("button", { name: t("lead.timer.resume"), exact: true });
  await press(page, resume);
  await expect(page.getByRole("button", { name: t("lead.timer.pause") })).toBeVisible();
}

/** Everybody looks at lever 2; the one who follows goes back to where they were. */
async function lookHere(lead: Page, kim: Page): Promise<void> {
  await press(lead, lead.getByRole("button", { name: t("lead.look.open") }));
  await press(lead, lead.getByRole("dialog").getByRole("button", { name: /^2\b/ }));
  await expect(kim).toHaveURL(/lever=h02$/);
  await press(kim, kim.getByRole("button", { name: t("spotlight.back"), exact: true }));
  await expect(kim).not.toHaveURL(/lever=h02$/);
  await press(lead, lead.getByRole("button", { name: t("lead.look.stop") }));
  await expect(kim.getByRole("region", { name: t("spotlight.points") })).toHaveCount(0);
}

/** A card goes off the board and comes back, and the focus is never lost. */
async function hide(page: Page): Promise<void> {
  const card = page.getByRole("button", { name: t("card.open", { text: FIRST }) });
  await toCard(page, card);
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("dialog").getByRole("button", { name: t("lead.card.hide") }));
  await expect(page.getByText(t("lead.card.did.hide"), { exact: true }).first()).toBeVisible();
  await press(page, page.getByRole("button", { name: t("undo.undo") }).first());
  await expect(page.getByRole("button", { name: t("undo.again") }).first()).toBeFocused();
  await expect(card).toHaveCount(1);
}

async function cluster(page: Page): Promise<void> {
  await press(page, page.getByRole("link", { name: /^2\b/ }));
  await press(page, page.getByRole("button", { name: t("cluster.choose"), exact: true }));
  for (const text of [FIRST, SECOND]) {
    await press(page, page.getByRole("button", { name: t("cluster.chooseCard", { text }) }));
  }
  await press(page, page.getByRole("button", { name: t("cluster.together"), exact: true }));
  await write(page, page.getByRole("dialog").getByLabel(t("cluster.heading")), HEADING);
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { name: HEADING });
  await expect(heading).toBeVisible();
  await press(page, page.getByRole("button", { name: t("undo.undo") }));
  await expect(heading).toHaveCount(0);
  await press(page, page.getByRole("button", { name: t("undo.again") }));
  await expect(heading).toBeVisible();
}

async function vote(page: Page): Promise<void> {
  const more = page.getByRole("button", { name: t("vote.more", { text: SECOND }) });
  await press(page, more);
  await page.keyboard.press("Enter");
  const left = page.getByRole("region", { name: t("vote.region") });
  await expect(left.getByText(tCount("vote.left", 1)).first()).toBeVisible();
  await expect(more).toBeFocused();
}

async function reveal(lead: Page, kim: Page): Promise<void> {
  const counted = new RegExp(t("lead.vote.short", { voters: 1, present: "\\d+" }));
  await press(lead, lead.getByRole("button", { name: counted }));
  const dialog = lead.getByRole("dialog");
  await press(lead, dialog.getByRole("button", { name: t("lead.vote.reveal") }));
  // The question begins at the answer that changes nothing.
  await expect(dialog.getByRole("button", { name: t("lead.ask.no") })).toBeFocused();
  await press(lead, dialog.getByRole("button", { name: t("lead.vote.revealYes") }));
  const card = kim.locator("[data-card]").filter({ hasText: SECOND });
  await expect(card.getByText(tCount("vote.got", 2), { exact: true })).toBeVisible();
  await lead.keyboard.press("Escape");
  const opener = lead.getByRole("button", { name: t("lead.vote.title"), exact: true });
  await expect(opener).toBeFocused();
}
