import { expect, type Page, test } from "@playwright/test";

import { aNote } from "../../support/api.ts";
import { TestServer } from "../../support/test-server.ts";
import { t, tCount } from "../../support/texts.ts";
import { titleOf } from "../session/lead-steps.ts";
import { choose, holdsFocus, leave, pick, press, write } from "./keys.ts";
import { bar, dialog, panel, Stage, said } from "./stage.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server[Symbol.asyncDispose]());

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const minutes = (count: number) => tCount("lead.minutes", count);
const isIn = (page: Page, phase: string) =>
  expect(bar(page).getByText(titleOf(phase), { exact: true }).first()).toBeVisible();

test("phases by keyboard: on, back, to any of them, and taken back", async ({ browser }) => {
  await using stage = await Stage.set(browser, server);
  const page = await stage.openLead();

  await press(page, button(page, new RegExp(`^${t("lead.phase.next")}.*${titleOf("read")}$`)));
  await isIn(page, "read");
  await press(page, button(page, t("lead.phase.backTo", { phase: titleOf("welcome") })));
  await isIn(page, "welcome");
  await press(page, button(page, new RegExp(t("lead.phase.all"))));
  await expect(dialog(page).locator("[aria-current=step]")).toBeFocused();
  await press(page, dialog(page).getByRole("button", { name: titleOf("discuss") }));
  await isIn(page, "discuss");
  await press(page, button(page, t("undo.undo")).first());
  await isIn(page, "welcome");
  await holdsFocus(page);
});

test("the time by keyboard: start, more, hold, go on, stop, and the sound", async ({ browser }) => {
  await using stage = await Stage.set(browser, server);
  const page = await stage.openLead();

  await press(page, button(page, t("lead.timer.open")));
  await press(page, button(page, t("lead.timer.startFor", { minutes: minutes(5) })));
  await said(page, t("lead.timer.did.start", { minutes: minutes(5) }));
  await write(page, dialog(page).getByLabel(t("lead.timer.minutes"), { exact: true }), "0");
  await page.keyboard.press("Enter");
  await said(page, t("lead.timer.wrong"));
  await write(page, dialog(page).getByLabel(t("lead.timer.minutes"), { exact: true }), "2,5");
  await press(page, dialog(page).getByRole("button", { name: t("lead.timer.go"), exact: true }));
  await expect(dialog(page).getByRole("timer")).toContainText(/2:[0-3]\d/);
  await press(page, dialog(page).getByRole("switch", { name: t("lead.timer.sound") }), "Space");
  await press(page, dialog(page).getByRole("button", { name: t("lead.timer.addName") }));
  await said(page, t("lead.timer.did.add"));
  await press(page, dialog(page).getByRole("button", { name: t("lead.timer.pause") }));
  await said(page, t("lead.timer.did.pause"));
  await press(
    page,
    dialog(page).getByRole("button", { name: t("lead.timer.resume"), exact: true }),
  );
  await said(page, t("lead.timer.did.resume"));
  await press(page, dialog(page).getByRole("button", { name: t("lead.timer.stop") }));
  await said(page, t("lead.timer.did.stop"));
  await holdsFocus(page);
  await leave(page);
  await expect(bar(page).getByRole("timer")).toHaveCount(0);
});

test("the plan by keyboard: words, rights, order, one more, one less, and a ready plan", async ({
  browser,
}) => {
  await using stage = await Stage.set(browser, server);
  const page = await stage.openLead();
  const box = dialog(page);

  await openPlan(page);
  await press(page, box.getByRole("button", { name: new RegExp(`^2\\s*${titleOf("read")}`) }));
  await write(
    page,
    box.getByLabel(t("lead.plan.phaseTitle"), { exact: true }).first(),
    "Voorlezen",
  );
  await write(page, box.getByLabel(t("lead.plan.instruction")).first(), "Luister goed.");
  await write(page, box.getByLabel(t("lead.timer.minutes"), { exact: true }), "7");
  await press(page, box.getByLabel(t("lead.plan.right.add")), "Space");
  await press(page, box.getByRole("checkbox", { name: t("lead.plan.right.vote") }), "Space");
  await pick(page, box.getByRole("radio", { name: t("lead.vote.on.lever") }));
  await press(page, box.getByLabel(t("lead.plan.drafts")), "Space");
  await press(
    page,
    box.getByRole("button", { name: t("lead.plan.later", { phase: "Voorlezen" }) }),
  );
  await said(page, t("lead.plan.movedTo", { position: 3, count: 8 }));
  await press(
    page,
    box.getByRole("button", { name: t("lead.plan.earlier", { phase: "Voorlezen" }) }),
  );
  const cluster = { phase: titleOf("cluster") };
  await press(page, box.getByRole("button", { name: t("lead.plan.remove", cluster) }));
  await said(page, t("lead.plan.removed"));
  await holdsFocus(page);
  await press(page, box.getByRole("button", { name: t("lead.plan.add") }));
  await said(page, t("lead.plan.added"));
  await press(page, box.getByRole("button", { name: t("lead.plan.save") }));
  await expect(box.getByLabel(t("lead.plan.phaseTitle"), { exact: true }).first()).toBeFocused();
  await write(page, box.getByLabel(t("lead.plan.phaseTitle"), { exact: true }).first(), "Napraten");
  await press(page, box.getByRole("button", { name: t("lead.plan.save") }));
  await expect(box).toHaveCount(0);
  await holdsFocus(page);
  await expect(button(page, new RegExp(`^${t("lead.phase.next")}.*Voorlezen$`))).toBeVisible();

  await openPlan(page);
  await choose(page, box.getByLabel(t("lead.plan.ready")), "Rondgang");
  await press(page, box.getByRole("button", { name: t("lead.plan.take") }));
  await expect(
    box.getByRole("button", { name: /^3\s*Langs de hefbomen|^2\s*Langs de hefbomen/ }),
  ).toBeVisible();
  await press(page, box.getByRole("button", { name: t("lead.plan.discard") }).last());
  await expect(box).toHaveCount(0);
  await holdsFocus(page);
});

async function openPlan(page: Page): Promise<void> {
  await press(page, button(page, new RegExp(t("lead.phase.all"))));
  await press(page, dialog(page).getByRole("button", { name: t("lead.plan.open") }));
}

test("drafts by keyboard: shown per lever, per person, and all", async ({ browser }) => {
  await using stage = await Stage.set(browser, server, ["read", "write"]);
  const [ann, bo] = [await stage.join("Ann"), await stage.join("Bo")];
  for (const [text, lever] of [
    ["Op twee", "h02"],
    ["Op drie", "h03"],
  ] as const) {
    await stage.do(aNote(text, lever), ann);
  }
  await stage.do(aNote("Van Bo", "h04"), bo);
  await stage.do(aNote("Nog een van Ann", "h05"), ann);
  const page = await stage.openLead();
  const card = (text: string) => page.getByRole("button", { name: t("card.open", { text }) });

  await press(page, button(page, tCount("lead.drafts.short", 4)));
  await choose(page, dialog(page).getByLabel(t("lead.reveal.lever")), "2.");
  await press(page, dialog(page).getByRole("button", { name: t("lead.reveal.one") }));
  await expect(dialog(page).getByRole("button", { name: t("lead.ask.no") })).toBeFocused();
  await press(page, dialog(page).getByRole("button", { name: t("lead.reveal.yes") }));
  await expect(card("Op twee")).toHaveCount(1);
  await expect(card("Op drie")).toHaveCount(0);
  await leave(page);

  await press(page, button(page, t("lead.mod.open")));
  await press(
    page,
    panel(page).getByRole("button", { name: t("lead.mod.section.people"), exact: true }),
  );
  await press(page, button(page, /^Bo/));
  await press(page, button(page, t("lead.people.reveal")));
  await press(page, button(page, t("lead.reveal.yes")));
  await expect(card("Van Bo")).toHaveCount(1);
  await leave(page);

  await press(page, button(page, tCount("lead.drafts.short", 2)));
  await press(page, dialog(page).getByRole("button", { name: t("lead.reveal.all") }));
  await press(page, dialog(page).getByRole("button", { name: t("lead.reveal.yes") }));
  await expect(card("Op drie")).toHaveCount(1);
  await said(page, tCount("lead.drafts.count", 0));
  await holdsFocus(page);
  await leave(page);
});
