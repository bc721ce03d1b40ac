import { randomBytes } from "node:crypto";
import { newId } from "@hefboom/board";
import { expect, test } from "@playwright/test";

import { aNote, call, join, makeBoard, send } from "../support/api.ts";
import { TestServer } from "../support/test-server.ts";
import { t } from "../support/texts.ts";
import { joinByCode, LAPTOP, PHONE, signInAsOrganiser, someone } from "./steps.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

test("an unknown code is answered with the form again", async ({ browser }) => {
  const { page, context, base } = await someone(browser, server.origin, PHONE);

  const answer = await page.goto(`${base}/j/XXXXXX`);

  expect(answer?.status()).toBe(404);
  await expect(page.locator("#code")).toBeVisible();
  await expect(page.locator(".error").first()).toBeVisible();
  await context.close();
});

test("a text that is too long is told before and kept", async ({ browser }) => {
  const board = await makeBoard(server);
  const person = await someone(browser, server.origin, PHONE);
  const { page } = person;
  await joinByCode(person, { code: board.code, consent: "none" });
  await page.getByRole("button", { name: t("composer.open") }).click();
  const sheet = page.getByRole("dialog", { name: t("composer.title") });
  const long = "lang ".repeat(210);

  await sheet.getByLabel(t("composer.noteText")).fill(long);
  await sheet.getByRole("button", { name: t("composer.place") }).click();

  await expect(sheet.getByText(/te lang/).first()).toBeVisible();
  await expect(sheet.getByLabel(t("composer.noteText"))).toHaveValue(long);
  await person.context.close();
});

test("commands that break a rule are refused by name, and the others are done", async () => {
  const board = await makeBoard(server);
  const { token } = await join(server, board.code);
  const long = { ...aNote("x".repeat(1_001)) };
  const nowhere = aNote("nergens", "h99");
  const nul = aNote("a\u0000b");
  const fine = aNote("dit kan");

  const answers = await send(server, board.id, token, [
    long,
    nowhere,
    nul,
    fine,
    { ...fine, id: newId() },
  ]);

  expect(answers.map(({ refused, saved }) => refused ?? saved)).toEqual([
    "too-long",
    "not-found",
    "invalid",
    true,
    "id-in-use",
  ]);
});

test("bodies that are no commands, and too many of them, are refused whole", async () => {
  const board = await makeBoard(server);
  const { token } = await join(server, board.code);
  const path = `/api/boards/${board.id}/commands`;
  const many = Array.from({ length: 501 }, () => aNote("veel"));

  const statuses = [
    (await call(server, path, { token, body: [{ op: "create" }] })).status,
    (await call(server, path, { token, body: "geen json" })).status,
    (await call(server, path, { token, body: many })).status,
    (await call(server, path, { body: [aNote("wie ben ik")] })).status,
  ];

  expect(statuses).toEqual([400, 400, 413, 401]);
});

test("an essay that is empty, binary or too large is refused in words", async ({ browser }) => {
  const board = await makeBoard(server);
  const token = server.organiserKey;
  const put = async (body: Buffer | string, type = "text/plain") => {
    const headers = { authorization: `Bearer ${token}`, "content-type": type };
    const url = `${server.origin}/api/boards/${board.id}/essay`;
    const answer = await fetch(url, {
      method: "PUT",
      headers,
      body: new Uint8Array(Buffer.from(body)),
    });
    const { code, message }: { code: string; message: string } = await answer.json();
    return { status: answer.status, code, message };
  };

  const empty = await put(" \n \n");
  const binary = await put(randomBytes(4_000));
  const huge = await put("woord ".repeat(3_600_000));
  const pdf = await put("%PDF-1.7", "application/pdf");

  expect([empty, binary, huge, pdf].map(({ status }) => status)).toEqual([400, 400, 413, 415]);
  for (const { message } of [empty, binary, huge, pdf]) expect(message.length).toBeGreaterThan(10);
  const person = await someone(browser, server.origin, LAPTOP);
  await signInAsOrganiser(person, server.organiserKey);
  await person.page.goto(`${server.origin}/o#${board.id}`);
  const field = person.page.getByLabel(t("organise.essay.file"));
  await field.setInputFiles({
    name: "foto.txt",
    mimeType: "text/plain",
    buffer: randomBytes(4_000),
  });
  await expect(person.page.getByText(t("organise.essay.problem.binary"))).toBeVisible();
  await person.context.close();
});

test("a wrong key is told in words", async ({ browser }) => {
  const { page, context, base } = await someone(browser, server.origin, LAPTOP);
  await page.goto(`${base}/o`);

  await page.getByLabel(t("organise.signIn.key")).fill("dit is hem niet");
  await page.getByRole("button", { name: t("organise.signIn.submit") }).click();

  await expect(page.getByText(t("organise.signIn.wrong"))).toBeVisible();
  await context.close();
});
