import { expect, type Page, test } from "@playwright/test";

import { aNote } from "../../support/api.ts";
import { TestServer } from "../../support/test-server.ts";
import { t, tCount } from "../../support/texts.ts";
import { choose, holdsFocus, leave, press, toCard, write } from "./keys.ts";
import { dialog, inDialog, Stage, said } from "./stage.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server[Symbol.asyncDispose]());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
const card = (page: Page, text: string) => button(page, t("card.open", { text }));
const heading = (page: Page, name: string) => page.getByRole("heading", { name });

test("the floor by keyboard: a hand, who is here, another device, the language, list and board", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server);
  const page = await stage.openBoard(await stage.join("Kim"));

  await press(page, button(page, t("hand.raise")));
  await said(page, t("hand.isUp"));
  await expect(button(page, t("hand.lower"))).toBeFocused();
  await press(page, button(page, t("hand.lower")));
  await said(page, t("hand.isDown"));
  await press(page, button(page, tCount("status.present", 1)).first());
  await press(page, inDialog(page, t("transfer.open")));
  await expect(page.getByRole("img", { name: t("transfer.qr") })).toBeVisible();
  await page.keyboard.press("Escape");
  await leave(page);
  await choose(page, page.getByLabel(t("language.choose")), "En");
  await said(page, "Welcome");
  await choose(page, page.getByLabel("Language"), "Ne");
  await press(page, button(page, t("shape.toCanvas")));
  await press(page, button(page, t("shape.toList")));
  await holdsFocus(page);
});

test("the spotlight by keyboard: along, back, along again, and it goes out", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server, ["reveal", "discuss"]);
  const page = await stage.openBoard(await stage.join("Kim"), "h01");

  await stage.do({ op: "spotlight", target: { kind: "lever", id: "h05" } });
  await press(page, button(page, t("spotlight.back")));
  await expect(page).toHaveURL(/lever=h01$/);
  await press(page, button(page, t("spotlight.again")));
  await expect(page).toHaveURL(/lever=h05$/);
  await stage.do({ op: "spotlight", target: null });
  await expect(page.getByRole("region", { name: t("spotlight.points") })).toHaveCount(0);
  await holdsFocus(page);
});

test("clusters by keyboard: made, another heading, doubles merged, apart, out, and split", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server, ["write"]);
  const kim = await stage.join("Kim");
  for (const text of ["Een bank", "Een bankje", "Een boom"])
    await stage.do(aNote(text, "h05"), kim);
  await stage.goTo(["reveal", "cluster"]);
  const page = await stage.openBoard(kim, "h05");

  await press(page, button(page, t("cluster.choose")));
  await press(page, button(page, t("cluster.stop")));
  await expect(button(page, t("cluster.choose"))).toBeFocused();
  await press(page, button(page, t("cluster.choose")));
  for (const text of ["Een bank", "Een bankje"]) {
    await press(page, button(page, t("cluster.chooseCard", { text })));
  }
  await press(page, button(page, t("cluster.merge")));
  await said(page, t("cluster.did.merged"));
  await press(page, page.getByRole("button", { name: t("undo.undo") }));
  await expect(card(page, "Een bank")).toHaveCount(1);
  await holdsFocus(page);

  await press(page, card(page, "Een boom"));
  await press(page, dialog(page).locator("summary", { hasText: t("cluster.putWith") }));
  await choose(page, dialog(page).getByLabel(t("cluster.where")), "Een bankje");
  await write(page, dialog(page).getByLabel(t("cluster.heading")), "Buiten");
  await press(page, inDialog(page, t("cluster.put")));
  await expect(heading(page, "Buiten")).toBeVisible();
  await holdsFocus(page);

  await press(page, button(page, t("cluster.edit", { title: "Buiten" })));
  await write(page, dialog(page).getByLabel(t("cluster.heading")), "Op straat");
  await press(page, inDialog(page, t("cluster.saveHeading")));
  await expect(heading(page, "Op straat")).toBeVisible();
  await holdsFocus(page);
  await press(page, heading(page, "Op straat").getByRole("button"));
  await expect(card(page, "Een boom")).toHaveCount(0);
  await press(page, heading(page, "Op straat").getByRole("button"));
  await press(page, button(page, t("cluster.edit", { title: "Op straat" })));
  await press(page, inDialog(page, t("cluster.merge")));
  await said(page, t("cluster.did.merged"));
  await holdsFocus(page);
  await press(page, page.getByRole("button", { name: t("undo.undo") }));
  await press(page, button(page, t("cluster.edit", { title: "Op straat" })));
  await press(page, inDialog(page, t("cluster.split")));
  await expect(heading(page, "Op straat")).toHaveCount(0);
  await holdsFocus(page);
});

test("dots by keyboard: given, taken back, and not more than there are", async ({ browser }) => {
  await using stage = await Stage.set(browser, server, ["write"]);
  const kim = await stage.join("Kim");
  await stage.do(aNote("Een bank", "h05"), kim);
  await stage.goTo(["reveal", "vote"]);
  const page = await stage.openBoard(kim, "h05");
  const more = button(page, t("vote.more", { text: "Een bank" }));
  const left = page.getByRole("region", { name: t("vote.region") });

  for (const count of [2, 1, 0, 0]) {
    await press(page, more);
    await expect(left.getByText(tCount("vote.left", count)).first()).toBeVisible();
  }
  await expect(more).toBeFocused();
  await expect(more).toHaveAttribute("aria-disabled", "true");
  await press(page, button(page, t("vote.less", { text: "Een bank" })), "Space");
  await expect(left.getByText(tCount("vote.left", 1)).first()).toBeVisible();
});

test("the canvas by keyboard: arrows lead to every card, and the board moves and zooms", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server, ["write"]);
  const kim = await stage.join("Kim");
  const levers = ["h01", "h01", "h03", "h06", "h08", "h11"];
  for (const [at, lever] of levers.entries()) await stage.do(aNote(`Kaart ${at}`, lever), kim);
  const page = await stage.openBoard(kim);
  await press(page, button(page, t("shape.toCanvas")));

  const reached = new Set<string>();
  await toCard(page, card(page, "Kaart 0"));
  const turns = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] as const;
  for (let press = 0, walk = 1; press < 150 && reached.size < levers.length; press += 1) {
    reached.add(await focusedText(page));
    walk = (walk * 75 + 74) % 65_537; // any way about: the same each time, and never in circles
    await page.keyboard.press(turns[walk % turns.length] ?? turns[0]);
  }
  expect([...reached].toSorted()).toEqual(
    levers.map((_, at) => t("card.open", { text: `Kaart ${at}` })),
  );

  const zoom = page.getByRole("group", { name: t("canvas.zoom") });
  const before = await zoom.innerText();
  await press(page, zoom.getByRole("button", { name: t("canvas.zoomIn") }));
  await expect(zoom).not.toHaveText(before);
  await press(page, zoom.getByRole("button", { name: t("canvas.zoomOut") }));
  await press(page, zoom.getByRole("button", { name: t("canvas.fit") }));
  await toCard(page, card(page, "Kaart 0"));
  await page.keyboard.press("m");
  await choose(page, dialog(page).getByLabel(t("card.moveTo")), "9.");
  await leave(page);
});

/** What has the focus says, once the page has drawn what the last key did. */
function focusedText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    return document.activeElement instanceof HTMLElement ? document.activeElement.innerText : "";
  });
}
