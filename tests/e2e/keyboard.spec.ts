import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

import { TestServer } from "../support/test-server.ts";
import { t } from "../support/texts.ts";
import { choose, pick, press, reach, toCard, write } from "./keyboard/keys.ts";
import { LAPTOP, type Person, someone } from "./steps.ts";

const ESSAY = fileURLToPath(new URL("fixtures/essay.txt", import.meta.url));
test("the whole story with the keyboard alone", async ({ browser }) => {
  await using server = await TestServer.start();
  const organiser = await someone(browser, server.origin, LAPTOP);
  const boardId = await organise(organiser, server);
  const code = await codeOf(server, boardId);
  const participant = await someone(browser, server.origin, LAPTOP);
  await takePart(participant, code);
  await moveAndEdit(participant);
  await deleteAndTakeBack(participant);
  await fetchExport(organiser, boardId);
});

async function organise({ page, base }: Person, server: TestServer): Promise<string> {
  await page.goto(`${base}/o`);
  await write(page, page.getByLabel(t("organise.signIn.key")), server.organiserKey);
  await page.keyboard.press("Enter");
  const open = page.getByRole("button", { name: t("organise.new.open") });
  const name = page.getByLabel(t("organise.new.name"));
  await expect(open.or(name).first()).toBeVisible();
  if (await open.isVisible()) await press(page, open);
  await write(page, name, "Met toetsen alleen");
  await pick(page, page.getByRole("radio", { name: t("plan.standing") }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Met toetsen alleen" })).toBeVisible();
  await press(page, page.locator("summary", { hasText: t("organise.essay.paste") }));
  const field = page.getByLabel(t("organise.essay.pasteLabel"));
  await write(page, field, await readFile(ESSAY, "utf8"));
  await press(page, page.getByRole("button", { name: t("organise.essay.pasteSubmit") }));
  await expect(page.getByText(t("organise.essay.found"))).toBeVisible();
  await choose(
    page,
    page.getByLabel(t("organise.tray.leverFor", { number: 1 }), { exact: true }),
    "3.",
  );
  await press(
    page,
    page.getByRole("button", { name: t("organise.tray.placeFor", { number: 1 }), exact: true }),
  );
  await expect(page.getByRole("button", { name: t("organise.tray.place") })).toHaveCount(1);
  return new URL(page.url()).hash.slice(1);
}

async function codeOf(server: TestServer, boardId: string): Promise<string> {
  const headers = { authorization: `Bearer ${server.organiserKey}` };
  const answer = await fetch(`${server.origin}/api/boards/${boardId}`, { headers });
  const { code }: { code: string } = await answer.json();
  return code;
}

async function takePart({ page, base }: Person, code: string): Promise<void> {
  await page.goto(base);
  await write(page, page.locator("#code"), code.toLowerCase());
  await page.keyboard.press("Enter");
  await write(page, page.locator('input[name="name"]'), "Kim");
  await pick(page, page.locator('input[name="consent"][value="named"]'));
  await press(page, page.locator("form button[type=submit]").last());
  await press(page, page.getByRole("button", { name: t("composer.open") }));
  const sheet = page.getByRole("dialog", { name: t("composer.title") });
  await pick(page, sheet.getByRole("radio", { name: t("kind.quote") }));
  await write(page, sheet.getByLabel(t("composer.quoteText")), "Zonder muis kan het ook");
  await write(page, sheet.getByLabel(t("composer.speaker")), "Sam");
  await press(page, sheet.getByLabel(t("composer.speakerAgrees")), "Space");
  await choose(page, sheet.getByLabel(t("composer.lever")), "2.");
  await press(page, sheet.getByRole("button", { name: t("composer.place") }));
  await expect(sheet).toBeHidden();
}

async function moveAndEdit({ page }: Person): Promise<void> {
  await toCard(page, page.getByRole("button", { name: /Zonder muis kan het ook/ }));
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  await choose(page, sheet.getByLabel(t("card.moveTo")), "7.");
  await press(page, sheet.getByRole("button", { name: t("card.edit") }));
  const text = sheet.getByLabel(t("card.text"));
  await reach(page, text);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(", elke dag");
  await expect(text).toHaveValue("Zonder muis kan het ook, elke dag");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

async function deleteAndTakeBack({ page }: Person): Promise<void> {
  const card = page.getByRole("button", { name: /Zonder muis kan het ook, elke dag/ });
  await toCard(page, card);
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("button", { name: t("card.delete") }));
  await press(page, page.getByRole("button", { name: t("card.deleteYes") }));
  await expect(card).toHaveCount(0);
  const undo = page.getByRole("button", { name: t("card.undo") });
  await press(page, undo);
  await expect(card).toHaveCount(1);
  await expect(page.getByRole("button", { name: t("card.openAgain") })).toBeFocused();
}

async function fetchExport({ page, base }: Person, boardId: string): Promise<void> {
  await page.goto(`${base}/b/${boardId}/lead`);
  await expect(page.getByRole("button", { name: t("composer.open") })).toBeVisible();
  await page.goto(`${base}/o#${boardId}`);
  const coming = page.waitForEvent("download");
  await press(page, page.getByRole("button", { name: t("export.md") }));
  const file = await readFile(await (await coming).path(), "utf8");
  expect(file).toContain("Zonder muis kan het ook, elke dag");
  expect(file).toContain("Sam");
  expect(file).toContain("Kim");
}
