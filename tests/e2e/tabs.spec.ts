import { expect, type Page, test } from "@playwright/test";

import { aNote, join, makeBoard, send } from "../support/api.ts";
import { readStoredCards } from "../support/people/board-reading.ts";
import { TestServer } from "../support/test-server.ts";
import { t } from "../support/texts.ts";
import { joinByCode, LAPTOP, PHONE, someone, writeCard } from "./steps.ts";

/** Addresses of the sockets that this page opens, from now on. */
function socketsOf(page: Page): string[] {
  const opened: string[] = [];
  page.on("websocket", (socket) => opened.push(socket.url()));
  return opened;
}

/** Loopback is as secure as https, and has locks; a name on http has none. */
for (const host of ["127.0.0.1", "hefboom.test"]) {
  test(`two tabs share what waits, and one sends what the other left, on ${host}`, async ({
    browser,
  }) => {
    await using server = await TestServer.start();
    const board = await makeBoard(server);
    const reader = await join(server, board.code);
    const base = `http://${host}:${server.port}`;
    const first = await someone(browser, base, LAPTOP);
    await joinByCode(first, { code: board.code, name: "Ann", consent: "named" });
    const second = { ...first, page: await first.context.newPage() };
    await second.page.goto(first.page.url());
    await expect(second.page.getByRole("button", { name: t("composer.open") })).toBeVisible();

    await server.kill();
    await writeCard(first, { kind: "note", text: "Uit de eerste tab", lever: "h02" });
    const seen = second.page.locator("[data-card]").filter({ hasText: "Uit de eerste tab" });
    await expect(seen.locator('[data-saving="on-device"]')).toBeAttached();
    await first.page.close();
    await server.up();

    await expect(seen.locator('[data-saving="saved"]')).toBeAttached({ timeout: 45_000 });
    const stored = await readStoredCards(server, board.id, reader.token);
    expect(stored.map(({ text }) => text)).toEqual(["Uit de eerste tab"]);
    await first.context.close();
  });
}

test("a phone begins with the stored state, and after a reload with what it kept itself", async ({
  browser,
}) => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const someoneElse = await join(server, board.code);
  await send(server, board.id, someoneElse.token, [aNote("al op het bord", "h01")]);
  const phone = await someone(browser, server.origin, PHONE);
  const sockets = socketsOf(phone.page);
  const states: string[] = [];
  phone.page.on("request", (one) => /\/state\?/.test(one.url()) && states.push(one.url()));
  await joinByCode(phone, { code: board.code, consent: "anonymous" });
  await writeCard(phone, { kind: "note", text: "van de telefoon", lever: "h01" });
  await expect(phone.page.getByText("van de telefoon").first()).toBeVisible();

  await phone.page.reload(); // what is not stored yet is stored when the page goes
  await expect(phone.page.getByText("van de telefoon").first()).toBeVisible();

  expect(states).toHaveLength(1);
  expect(sockets).toHaveLength(2);
  for (const url of sockets) expect(url).toMatch(/tick=coarse.*since=\d+\.\d+/);
  expect(sockets[1]).not.toBe(sockets[0]);
  await phone.context.close();
});
