import { expect, type Page, test } from "@playwright/test";

import { aNote, call } from "../../support/api.ts";
import { TestServer } from "../../support/test-server.ts";
import { t, tCount } from "../../support/texts.ts";
import { choose, holdsFocus, leave, pick, press, write } from "./keys.ts";
import { dialog, inDialog, Stage, said } from "./stage.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server[Symbol.asyncDispose]());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });

test("the scribe by keyboard: writes down, corrects, throws away, and votes for a table", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server, ["reveal", "vote"]);
  await stage.do(aNote("Een bank", "h05"));
  const body = { role: "scribe" };
  const token = server.organiserKey;
  const made = await call(server, `/api/boards/${stage.board.id}/keys`, { token, body });
  const { key }: { key: string } = await made.json();
  const page = await stage.openPage(`/b/${stage.board.id}/scribe#key=${key}`);
  const words = page.getByLabel(t("scribe.noteText"));

  await expect(words).toBeFocused();
  await write(page, page.getByLabel(t("scribe.who")), "tafel 4");
  await pick(page, page.getByRole("radio", { name: t("consent.anonymous") }));
  await pick(page, page.getByRole("radio", { name: t("kind.note") }));
  await write(page, words, "Een lamp");
  await write(page, page.getByLabel(t("scribe.leverNumber")), "7");
  await press(page, button(page, t("scribe.save")));
  await expect(words).toBeFocused();
  await write(page, words, "Weg ermee");
  await page.keyboard.press("Enter");
  await expect(words).toHaveValue("");
  await press(page, button(page, t("scribe.deleteFor", { text: "Weg ermee" })));
  await holdsFocus(page);
  await press(page, button(page, t("card.undo")));
  await holdsFocus(page);
  await press(page, button(page, t("scribe.editFor", { text: "Een lamp" })));
  await choose(page, dialog(page).getByLabel(t("card.moveTo")), "8.");
  await leave(page);

  await write(page, page.getByLabel(t("scribe.voter")), "tafel 9");
  await write(page, page.getByLabel(t("scribe.find")), "bank");
  await press(page, button(page, t("vote.more", { text: "Een bank" })));
  await said(page, tCount("scribe.votesLeft", 2, { voter: "tafel 9" }));
  await press(page, button(page, t("vote.less", { text: "Een bank" })));
  await said(page, tCount("scribe.votesLeft", 3, { voter: "tafel 9" }));
});

test("the organiser by keyboard: code, links, pasted lines, a copy, and away with it", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server);
  const page = await stage.openPage(`/o#key=${server.organiserKey}`);
  await press(page, page.getByRole("link", { name: /Met toetsen alleen/ }).first());
  await expect(page.getByRole("heading", { level: 1, name: "Met toetsen alleen" })).toBeVisible();

  await press(page, button(page, t("organise.code.renew")));
  await press(page, inDialog(page, t("organise.code.yes")));
  await said(page, t("organise.code.done"));
  await holdsFocus(page);
  const scribe = { link: t("organise.invite.scribeLink") };
  await press(page, page.getByRole("button", { name: new RegExp(`${scribe.link}$`) }).last());
  if (await dialog(page).isVisible()) {
    await press(page, inDialog(page, t("organise.invite.renewYes")));
  }
  await expect(page.getByRole("textbox", { name: scribe.link })).toBeVisible();
  await holdsFocus(page);

  await press(page, page.locator("summary", { hasText: t("organise.paste.open") }));
  await write(page, page.getByLabel(t("organise.paste.label")), "Een bank\nEen boom");
  await said(page, tCount("organise.paste.found", 2));
  await choose(page, page.getByLabel(t("organise.paste.lever")), "3.");
  await pick(page, page.getByRole("radio", { name: t("consent.anonymous") }));
  await press(page, button(page, tCount("organise.paste.submit", 2)));
  await said(page, tCount("organise.paste.done", 2));
  await holdsFocus(page);

  await write(page, page.getByLabel(t("organise.copy.name")), "De kopie");
  await press(page, button(page, t("organise.copy.submit")));
  await expect(page.getByRole("heading", { level: 1, name: "De kopie" })).toBeVisible();
  await holdsFocus(page);
  await press(page, button(page, t("organise.delete.open")));
  await write(page, dialog(page).getByRole("textbox"), "De kopie");
  await press(page, inDialog(page, t("organise.delete.confirm")));
  await said(page, t("organise.delete.done", { title: "De kopie" }));
  await holdsFocus(page);
});

test("poster, check and another device by keyboard", async ({ browser }) => {
  await using stage = await Stage.set(browser, server);
  const { id, facilitatorKey } = stage.board;
  const page = await stage.openPage(`/b/${id}/lead#key=${facilitatorKey}`);
  await page.waitForURL((url) => url.hash === "");
  await page.goto(`${server.origin}/b/${id}/poster`);
  await write(page, page.getByRole("textbox", { name: t("poster.wifiName") }), "Zaal");
  await said(page, t("poster.wifiScan"));
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await press(page, button(page, t("poster.print")));
  await expect(page.locator("body[data-printed]")).toBeAttached();

  await page.goto(`${server.origin}/check`);
  await said(page, t("check.verdict.fine"));
  await press(page, button(page, t("check.again")));
  await said(page, t("check.verdict.fine"));
  await holdsFocus(page);

  const { token } = await stage.join("Kim");
  const made = await call(server, `/api/boards/${id}/transfer`, { token, method: "POST" });
  const { code }: { code: string } = await made.json();
  const other = await stage.openPage(`/t#${code}`);
  await press(other, other.getByRole("button").first());
  await expect(other).toHaveURL(new RegExp(`/b/${id}`));
});
