import { expect, type Page, test } from "@playwright/test";

import { aNote } from "../../support/api.ts";
import { TestServer } from "../../support/test-server.ts";
import { t, tCount } from "../../support/texts.ts";
import { holdsFocus, leave, press, toCard, write } from "./keys.ts";
import { bar, dialog, inPanel, panel, Stage, said } from "./stage.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server[Symbol.asyncDispose]());

const card = (page: Page, text: string) =>
  page.getByRole("button", { name: t("card.open", { text }) });

async function moderate(page: Page, section: "cards" | "people" | "access" | "bin") {
  if (!(await panel(page).isVisible())) {
    await press(page, bar(page).getByRole("button", { name: t("lead.mod.open") }));
  }
  await press(page, inPanel(page, t(`lead.mod.section.${section}`)));
}

test("cards by keyboard: read first, show, hide, throw away, and back from the bin", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server, ["reveal", "discuss"]);
  const ann = await stage.join("Ann");
  const page = await stage.openLead();

  await moderate(page, "cards");
  const first = panel(page).getByRole("switch", { name: t("lead.mod.moderated") });
  await press(page, first, "Space");
  await said(page, t("lead.mod.isModerated"));
  await expect(first).toBeFocused();
  for (const text of ["Eerste", "Tweede", "Derde"]) await stage.do(aNote(text, "h04"), ann);
  await said(page, t("lead.mod.waitingTitle", { count: 3 }));
  await press(page, inPanel(page, t("lead.card.show")).first());
  await said(page, t("lead.card.did.show"));
  await press(page, inPanel(page, t("lead.card.hide")).first());
  await said(page, t("lead.mod.hiddenTitle", { count: 1 }));
  await press(page, inPanel(page, t("lead.card.delete")).first());
  await press(page, inPanel(page, t("card.deleteYes")));
  await said(page, t("lead.mod.waitingTitle", { count: 0 }));
  await holdsFocus(page);
  await press(page, inPanel(page, t("lead.card.show")).first());
  await said(page, t("lead.mod.hiddenTitle", { count: 0 }));
  await moderate(page, "bin");
  await press(page, inPanel(page, t("lead.bin.restore")).first());
  await said(page, t("lead.bin.empty"));
  await holdsFocus(page);
  await moderate(page, "cards");
  await press(page, first, "Space");
  await said(page, t("lead.mod.isNotModerated"));
  await press(page, inPanel(page, t("dialog.close")));
  await expect(bar(page).getByRole("button", { name: t("lead.mod.open") })).toBeFocused();
});

test("people by keyboard: stop, admit again, rename, and take the name away", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server);
  await stage.join("Ann");
  const page = await stage.openLead();
  const row = (name: string) => panel(page).getByRole("button", { name: new RegExp(`^${name}`) });

  await moderate(page, "people");
  await press(page, row("Ann"));
  await expect(row("Ann")).toHaveAttribute("aria-expanded", "true");
  await press(page, inPanel(page, t("lead.people.stop")));
  await said(page, t("lead.people.did.stop", { name: "Ann" }));
  await press(page, inPanel(page, t("lead.people.readmit")));
  await said(page, t("lead.people.did.readmit", { name: "Ann" }));
  await write(page, panel(page).getByLabel(t("lead.people.name")), "Anna");
  await press(page, inPanel(page, t("lead.people.rename")));
  await said(page, t("lead.people.did.rename", { name: "Anna" }));
  await expect(row("Anna")).toBeVisible();
  await press(page, inPanel(page, t("lead.people.unname")));
  await expect(row(t("person.nameless"))).toBeVisible();
  await holdsFocus(page);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await holdsFocus(page);
});

test("locks, hands and the log by keyboard, and what was done undone from there", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server, ["reveal", "discuss"]);
  const ann = await stage.join("Ann");
  const page = await stage.openLead();
  const isOn = (name: string | RegExp) => dialog(page).getByRole("switch", { name });

  await press(page, bar(page).getByRole("button", { name: t("lead.lock.open") }));
  await press(page, isOn(/^7\./), "Space");
  await said(page, new RegExp(`^${t("lead.lock.locked", { what: "7\\." })}`));
  await expect(isOn(/^7\./)).toBeFocused();
  await press(page, isOn(t("lead.lock.board")), "Space");
  await said(page, t("lead.lock.locked", { what: t("lead.lock.board") }));
  await leave(page);
  const lock = bar(page).getByRole("button", { name: t("lead.lock.isBoard") });
  await expect(lock).toBeFocused();
  await press(page, lock);
  await press(page, isOn(t("lead.lock.board")), "Space");
  await said(page, t("lead.lock.unlocked", { what: t("lead.lock.board") }));
  await leave(page);

  await stage.do({ op: "hand", isUp: true }, ann);
  await press(page, bar(page).getByRole("button", { name: tCount("lead.hands.short", 1) }));
  await expect(dialog(page).getByText("Ann")).toBeVisible();
  await leave(page);

  await press(page, bar(page).getByRole("button", { name: t("lead.more") }));
  await press(page, dialog(page).getByRole("button", { name: t("lead.log.open") }));
  const undo = dialog(page).getByRole("button", { name: /dichtbij/ });
  await press(page, undo.last()); // the lock came first
  await said(page, new RegExp(`^${t("undo.done", { what: "" })}`));
  await holdsFocus(page);
  await leave(page);
  await expect(bar(page).getByRole("button", { name: t("lead.lock.open") })).toBeVisible();
});

test("a card by keyboard: everybody looks, it is hidden, its author stopped; the light on a cluster", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server, ["reveal", "discuss"]);
  const ann = await stage.join("Ann");
  const [one, two] = [aNote("Een bank", "h05"), aNote("Een boom", "h05")];
  for (const each of [one, two]) await stage.do(each, ann);
  const members = [one.cardId, two.cardId];
  await stage.do({ op: "cluster", clusterId: "c".repeat(20), title: "Buiten", members });
  const page = await stage.openLead();

  await toCard(page, card(page, "Een boom"));
  await page.keyboard.press("Enter");
  await press(page, dialog(page).getByRole("button", { name: t("lead.look.open") }));
  await said(page, new RegExp(t("lead.look.at", { what: "" })));
  await holdsFocus(page);
  await press(page, bar(page).getByRole("button", { name: t("lead.look.stop") }));
  await holdsFocus(page);
  await press(page, bar(page).getByRole("button", { name: t("lead.look.open") }));
  await press(page, dialog(page).getByRole("button", { name: "Buiten" }));
  await said(page, /Buiten/);
  await press(page, bar(page).getByRole("button", { name: t("lead.look.open") }));
  await press(page, dialog(page).getByRole("button", { name: /^3\b/ }));
  await press(page, bar(page).getByRole("button", { name: t("lead.look.stop") }));
  await said(page, t("lead.look.stopped"));
  await toCard(page, card(page, "Een boom"));
  await page.keyboard.press("Enter");
  await press(
    page,
    dialog(page).getByRole("button", { name: t("lead.card.stopAuthor", { name: "Ann" }) }),
  );
  await said(page, t("lead.people.did.stop", { name: "Ann" }));
  await press(page, page.getByRole("button", { name: t("undo.undo") }).first());
  await holdsFocus(page);
});
