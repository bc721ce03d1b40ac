import { placesOf } from "@hefboom/board";
import { expect, type Page, test } from "@playwright/test";

import { aNote, join, makeBoard, send } from "../support/api.ts";
import { StockClient } from "../support/people/stock-client.ts";
import { TestServer } from "../support/test-server.ts";
import { LAPTOP, someone } from "./steps.ts";

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function rectOf(page: Page, cardId: string): Promise<Rect> {
  const card = page.locator(`[data-card="${cardId}"]`);
  await expect(card).toBeVisible();
  const rect = await card.boundingBox();
  if (rect === null) throw new Error("a card that is visible has a box");
  return rect;
}

test("a card is dragged with the mouse to another lever, and everybody has it there", async ({
  browser,
}) => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const owner = await join(server, board.code);
  const [moving, beside] = [aNote("sleep mij", "h01"), aNote("hierheen", "h09")];
  await send(server, board.id, owner.token, [moving, beside]);
  using witness = new StockClient(server, board.id, owner.token);
  await witness.synced();
  const { page, context } = await someone(browser, server.origin, LAPTOP);
  await page.goto(`${server.origin}/b/${board.id}/lead#key=${board.facilitatorKey}`);
  const from = await rectOf(page, moving.cardId);
  const to = await rectOf(page, beside.cardId);

  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 2 * to.height, { steps: 12 });
  await page.mouse.up();

  await expect.poll(() => placesOf(witness.doc).get(moving.cardId)?.lever).toBe("h09");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await context.close();
});
