import { type ElementHandle, expect, type Page, test } from "@playwright/test";

import { TestServer } from "../../support/test-server.ts";
import { t, tCount } from "../../support/texts.ts";
import { titleOf } from "../session/lead-steps.ts";
import { press } from "./keys.ts";
import { bar, Stage } from "./stage.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server[Symbol.asyncDispose]());

/** The region that screen readers listen to: it must be there before anything is said in it. */
async function listen(page: Page): Promise<ElementHandle<Node>> {
  await page.locator("p[aria-live=polite]").waitFor({ state: "attached" });
  const [region] = await page.locator("p[aria-live=polite]").elementHandles();
  if (region === undefined) throw new Error("nothing listens");
  return region;
}

const hears = (region: ElementHandle<Node>, words: string | RegExp) => {
  const heard = async () => ((await region.textContent()) ?? "").trim();
  return expect.poll(heard, { timeout: 15_000 }).toMatch(words);
};

const minute = (minutes: number) => ({ op: "timer", change: { kind: "start", minutes } }) as const;

test("phases and time are said aloud to people and in the hall", async ({ browser }) => {
  await using stage = await Stage.set(browser, server);
  const { id, viewerKey } = stage.board;
  const phone = await listen(await stage.openBoard(await stage.join("Kim")));
  const wallPage = await stage.openPage(`/b/${id}/wall#key=${viewerKey}`);
  const wall = await listen(wallPage);
  const step = wallPage.getByRole("status").filter({ hasText: titleOf("welcome") });
  const [stepRegion] = await step.elementHandles();

  await stage.goTo(["read"]);
  await hears(phone, new RegExp(`${titleOf("read")}.*${tCount("phase.timeRuns", 10)}$`));
  await hears(wall, tCount("phase.timeRuns", 10));
  expect(await stepRegion?.textContent()).toContain(titleOf("read"));
  await stage.do({ op: "timer", change: { kind: "pause" } });
  for (const region of [phone, wall]) await hears(region, t("phase.timeStill"));
  await stage.do({ op: "timer", change: { kind: "stop" } });
  for (const region of [phone, wall]) await hears(region, t("phase.timeStopped"));
  await stage.do(minute(1.05));
  for (const region of [phone, wall]) await hears(region, tCount("phase.timeRuns", 1));
  for (const region of [phone, wall]) await hears(region, t("phase.lastMinute"));
  await stage.do(minute(0.04));
  for (const region of [phone, wall]) await hears(region, t("phase.timeUp"));
});

test("who leads hears what was done, and what another one who leads does", async ({ browser }) => {
  await using stage = await Stage.set(browser, server);
  const page = await stage.openLead();
  const region = await listen(page);
  const [notice] = await bar(page).getByRole("status").elementHandles();
  if (notice === undefined) throw new Error("nothing listens in the bar");

  await press(page, bar(page).getByRole("button", { name: new RegExp(t("lead.phase.next")) }));
  await hears(notice, t("lead.phase.now", { phase: titleOf("read") }));
  await press(page, bar(page).getByRole("button", { name: t("lead.timer.addName") }));
  await hears(notice, t("lead.timer.did.add"));
  await stage.goTo(["write"]);
  await hears(region, t("lead.phase.now", { phase: titleOf("write") }));
  await stage.do(minute(1.03));
  await hears(region, t("lead.timer.lastMinute"));
  await stage.do(minute(0.04));
  await hears(region, t("lead.timer.over"));
});
