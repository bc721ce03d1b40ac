import { expect, test } from "@playwright/test";

import { aNote, join, makeBoard, send } from "../support/api.ts";
import { TestServer } from "../support/test-server.ts";
import { t } from "../support/texts.ts";

const LONG =
  "We hebben jaren gewacht tot er iemand kwam kijken. Toen er iemand kwam, hadden we het allang zelf geregeld.";
const PROJECTORS = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
];

test("a card on the wall is read whole, at 1/27 of the height or more, on every projector", async ({
  page,
}) => {
  await using server = await TestServer.start();
  const board = await makeBoard(server, { title: "Zaal vol" });
  const { token } = await join(server, board.code, { name: "Ann", consent: "named" });
  await send(server, board.id, token, [{ ...aNote(LONG), kind: "quote" }]);
  await page.setViewportSize(PROJECTORS[0] ?? { width: 1920, height: 1080 });
  await page.goto(`${server.origin}/b/${board.id}/wall#key=${board.viewerKey}`);
  const text = page.getByRole("region", { name: t("wall.now") }).getByText(LONG);
  await expect(text).toBeVisible();

  for (const projector of PROJECTORS) {
    await page.setViewportSize(projector);

    await expect.poll(() => text.evaluate(hiddenPx)).toBeLessThanOrEqual(ROUNDING_PX);
    const sizePx = await text.evaluate((element) =>
      Number.parseFloat(getComputedStyle(element).fontSize),
    );
    expect(sizePx * 27).toBeGreaterThanOrEqual(projector.height);
  }
});

const ROUNDING_PX = 1;

/** How much of a text's height is cut off, by itself or by the room around it. */
function hiddenPx(element: Element): number {
  const room = element.parentElement ?? element;
  return Math.max(
    element.scrollHeight - element.clientHeight,
    element.getBoundingClientRect().height - room.clientHeight,
  );
}
