import { expect, test } from "@playwright/test";

import { TestServer } from "../../support/test-server.ts";
import { t } from "../../support/texts.ts";
import { holdsFocus, leave, pick, press, write } from "./keys.ts";
import { bar, dialog, inDialog, inPanel, panel, Stage, said } from "./stage.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server[Symbol.asyncDispose]());

test("access by keyboard: the door, the code, links, the end and a new start", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server);
  const page = await stage.openLead();
  const code = panel(page).getByText(/^[A-Z0-9]{3}\s[A-Z0-9]{3}$/);

  await press(page, bar(page).getByRole("button", { name: t("lead.mod.open") }));
  await press(page, inPanel(page, t("lead.mod.section.access")));
  const door = panel(page).getByRole("switch", { name: t("lead.access.noJoiners") });
  await press(page, door, "Space");
  await said(page, t("lead.access.isFull"));
  await press(page, door, "Space");
  await said(page, t("lead.access.isOpen"));
  const before = await code.textContent();
  await press(page, inPanel(page, t("lead.access.codeRenew")));
  await press(page, inPanel(page, t("lead.access.codeYes")));
  await said(page, t("lead.access.codeDone"));
  await expect(code).not.toHaveText(before ?? "");
  await holdsFocus(page);

  const scribe = { link: t("lead.access.link.scribe") };
  await press(page, inPanel(page, t("organise.invite.makeFor", scribe)));
  await expect(panel(page).getByRole("textbox", { name: scribe.link })).toBeVisible();
  await holdsFocus(page);
  const wall = { link: t("lead.access.link.viewer") };
  await press(page, inPanel(page, t("organise.invite.renewFor", wall)));
  await press(page, inDialog(page, t("organise.invite.renewYes")));
  await expect(panel(page).getByRole("textbox", { name: wall.link })).toBeVisible();
  await holdsFocus(page);

  await press(page, inPanel(page, t("lead.access.close")));
  await press(page, inPanel(page, t("lead.access.closeYes")));
  await said(page, t("lead.closed"));
  await holdsFocus(page);
  await press(page, bar(page).getByRole("button", { name: t("lead.access.open") }));
  await said(page, t("lead.access.didOpen"));
  await holdsFocus(page);
});

test("a new link of one's own by keyboard leads back to the same panel", async ({ browser }) => {
  await using stage = await Stage.set(browser, server);
  const page = await stage.openLead();
  const own = { link: t("lead.access.link.facilitator") };

  await press(page, bar(page).getByRole("button", { name: t("lead.mod.open") }));
  await press(page, inPanel(page, t("lead.mod.section.access")));
  await press(page, inPanel(page, t("organise.invite.renewFor", own)));
  await press(page, inDialog(page, t("organise.invite.renewYes")));

  await expect(panel(page).getByRole("textbox", { name: own.link })).toBeVisible();
});

test("who is here, the code for the hall, downloads and the end of a rehearsal by keyboard", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server);
  const page = await stage.openLead();
  const tool = (name: string | RegExp) => bar(page).getByRole("button", { name });

  await press(page, tool(t("lead.here", { count: 1 })));
  await expect(dialog(page)).toHaveAccessibleName(t("lead.people"));
  await leave(page);
  await press(page, tool(new RegExp(`^${t("lead.joinButton")}`)));
  await press(page, inDialog(page, new RegExp(t("copy.copy"))));
  await expect(dialog(page).getByRole("link", { name: t("poster.title") })).toBeVisible();
  await leave(page);
  await expect(bar(page).getByRole("link", { name: t("lead.openWall") })).toBeVisible();

  await press(page, tool(t("lead.more")));
  await press(page, inDialog(page, t("lead.export")));
  const coming = page.waitForEvent("download");
  await press(page, inDialog(page, t("export.csv")));
  await coming;
  await leave(page);
  await press(page, tool(t("lead.more")));
  await press(page, inDialog(page, t("lead.clear.open")));
  await expect(inDialog(page, t("lead.ask.no"))).toBeFocused();
  await press(page, inDialog(page, t("lead.clear.yes")));
  await said(page, t("lead.clear.done"));
  await holdsFocus(page);
  await leave(page);
});

test("votes by keyboard: on what, how many, open, closed, anew, and the outcome", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server, ["reveal", "vote"]);
  const page = await stage.openLead();

  await press(page, bar(page).getByRole("button", { name: /gestemd/ }));
  await press(page, inDialog(page, t("lead.vote.close")));
  await said(page, t("lead.vote.state.closed"));
  await holdsFocus(page);
  await pick(page, dialog(page).getByRole("radio", { name: t("lead.vote.on.lever") }));
  await write(page, dialog(page).getByLabel(t("lead.vote.dots")), "4");
  await press(page, dialog(page).getByRole("checkbox", { name: t("lead.vote.secret") }), "Space");
  await press(page, inDialog(page, t("lead.vote.open")));
  await press(page, inDialog(page, t("lead.vote.openYes")));
  await said(page, /^4 stemmen per persoon, op hefbomen/);
  await holdsFocus(page);
  await press(page, inDialog(page, t("lead.vote.reveal")));
  await press(page, inDialog(page, t("lead.vote.revealYes")));
  await said(page, t("lead.vote.state.revealed"));
  await holdsFocus(page);
  await leave(page);
});
