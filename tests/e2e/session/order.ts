import { expect } from "@playwright/test";

import { t, tCount } from "../../support/texts.ts";
import { openLever, writeCard } from "../steps.ts";
import { tryAll } from "./attempts.ts";
import type { Company } from "./company.ts";
import { closeDialog, closePanel, moderate, press, takeBack } from "./lead-steps.ts";
import { pressOn, putTogether, seesCard } from "./phone-steps.ts";
import { DRAFTS, tellTale } from "./silence.ts";
import { Spy } from "./spy.ts";

/** Opens a card on the board and hides it: two presses. Nobody has it any more, and who comes now never gets it. */
export async function hideAndShow(company: Company): Promise<void> {
  const { hall, lead, participants, spy, wall } = company;
  const { text, lever } = DRAFTS.Els;
  const words = [tellTale(text)];
  await seesCard(participants.Bo, lever, text);
  const onPhone = participants.Bo.page.getByRole("button", { name: t("card.open", { text }) });
  const mark = spy.traffic.mark();

  await lead.page.getByRole("button", { name: t("card.open", { text }) }).click();
  await lead.page
    .getByRole("dialog")
    .getByRole("button", { name: t("lead.card.hide") })
    .click();

  await expect(onPhone).toHaveCount(0);
  await expect(wall.page.getByText(text)).toHaveCount(0);
  using late = await Spy.open(hall, "Nieuwkomer");
  await late.ask();
  expect(await late.traffic.find(words)).toEqual([]);
  expect(await spy.traffic.find(words, mark)).toEqual([]);
  await takeBack(lead, t("lead.card.did.hide"));
  await seesCard(participants.Ann, lever, text);
}

/** A phone puts two cards together, takes that back, and does it again; another phone sees each of it. */
export async function cluster({ participants }: Company, heading: string): Promise<void> {
  const { Ann, Els } = participants;
  const group = (page: typeof Ann.page) => page.getByRole("heading", { name: heading });
  await openLever(Ann, DRAFTS.Ann.lever);
  for (const text of [DRAFTS.Ann.text, DRAFTS.Bo.text]) {
    await seesCard(Els, DRAFTS.Ann.lever, text);
  }
  await putTogether(Ann, [DRAFTS.Ann.text, DRAFTS.Bo.text], heading);
  await expect(group(Ann.page)).toBeVisible();
  const rearranged = Els.page.getByRole("button", { name: t("cluster.rearranged") });
  await pressOn(Els, rearranged);
  await expect(group(Els.page)).toBeVisible();

  await pressOn(Ann, Ann.page.getByRole("button", { name: t("undo.undo") }));
  await expect(group(Ann.page)).toHaveCount(0);
  await pressOn(Ann, Ann.page.getByRole("button", { name: t("undo.again") }));
  await expect(group(Ann.page)).toBeVisible();
  for (const text of [DRAFTS.Ann.text, DRAFTS.Bo.text]) {
    await expect(Ann.page.getByRole("button", { name: t("card.open", { text }) })).toBeVisible();
  }
}

/** On a lever with a lock nobody adds: the phone says why and keeps the words, the server refuses. */
export async function lockLever(company: Company): Promise<void> {
  const { hall, lead, participants, pim } = company;
  const { Dee } = participants;
  await press(lead, t("lead.lock.open"));
  const lever7 = lead.page.getByRole("switch", { name: /^7\. / });
  await lever7.click(); // what the server answers turns it
  const locked = new RegExp(`^${t("lead.lock.locked", { what: "7\\." })}`);
  await expect(lead.page.getByText(locked).first()).toBeVisible();
  await closeDialog(lead);

  await tryAll(hall, pim, { create: "locked" }, { lever: "h07" });
  await Dee.page.getByRole("button", { name: t("composer.open") }).tap();
  const sheet = Dee.page.getByRole("dialog", { name: t("composer.title") });
  await sheet.getByLabel(t("composer.noteText")).fill("Mag dit hier?");
  await sheet.getByLabel(t("composer.lever")).selectOption("h07");
  await expect(sheet.getByText(t("composer.notNow.lever"))).toBeVisible();
  await expect(sheet.getByRole("button", { name: t("composer.place") })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await sheet.getByLabel(t("composer.lever")).selectOption("h08");
  await sheet.getByRole("button", { name: t("composer.place") }).tap();
  await expect(sheet).toBeHidden();

  await press(lead, tCount("lead.lock.isLevers", 1));
  await lever7.click();
  await expect(lever7).not.toBeChecked();
  await closeDialog(lead);
  await writeCard(Dee, { kind: "note", text: "Nu mag het hier", lever: "h07" });
}

/** Everybody's page goes to a lever and the wall shows it; a phone goes back by itself. */
export async function lookHere(company: Company): Promise<void> {
  const { lead, participants, phones, wall } = company;
  const { Ann } = participants;
  for (const phone of phones) await openLever(phone, "h11");
  await press(lead, t("lead.look.open"));
  await lead.page.getByRole("dialog").getByRole("button", { name: /^5\b/ }).click();
  await company.wallShows("spotlight");
  await Promise.all(
    phones.map(({ page }) =>
      expect(
        page.getByRole("button", { name: t("card.open", { text: DRAFTS.Cas.text }) }),
      ).toBeVisible(),
    ),
  );
  await expect(wall.page.getByText(DRAFTS.Cas.text)).toBeVisible();
  await Ann.page.getByRole("button", { name: t("spotlight.back"), exact: true }).tap();
  await expect(Ann.page).toHaveURL(/lever=h11$/);
  await lead.page.getByRole("button", { name: t("lead.look.stop") }).click();
  await expect(Ann.page.getByRole("region", { name: t("spotlight.points") })).toHaveCount(0);
}

/** The end: everybody reads, nobody writes. */
export async function close(company: Company): Promise<void> {
  const { lead, everyParticipant, wall } = company;
  await moderate(lead, "access");
  const panel = lead.page.getByRole("complementary");
  await panel.getByRole("button", { name: t("lead.access.close") }).click();
  await panel.getByRole("button", { name: t("lead.access.closeYes") }).click();
  await closePanel(lead);
  await Promise.all(
    everyParticipant.map(({ page }) =>
      expect(page.getByRole("heading", { name: t("closed.title") })).toBeVisible(),
    ),
  );
  await company.wallShows("closed");
  await expect(wall.page.getByText(t("wall.thanks"))).toBeVisible();
}
