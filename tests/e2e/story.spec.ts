import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readCards } from "@hefboom/board";
import { type Browser, expect, type Page, test } from "@playwright/test";

import { StockClient } from "../support/people/stock-client.ts";
import { TestServer } from "../support/test-server.ts";
import { t } from "../support/texts.ts";
import {
  cardCount,
  joinByCode,
  LAPTOP,
  loadEssay,
  makeWorkshop,
  openLever,
  type Person,
  PHONE,
  placeFirstQuote,
  signInAsOrganiser,
  someone,
  textsOn,
  writeCard,
} from "./steps.ts";

const ESSAY = fileURLToPath(new URL("fixtures/essay.txt", import.meta.url));
const QUOTES = ["Wij wachten niet meer op een tekening", "Kom niet uitleggen wat goed voor ons is"];
/** What everybody must see the same within, in ms. */
const LIVE_MS = 1_000;

/** Hosts under which a browser knows the server; the second is no secure context. */
const hosts = { "a secure context": "127.0.0.1", "http on a name": "hefboom.test" } as const;

for (const [context, host] of Object.entries(hosts)) {
  test(`a workshop from end to end, in ${context}`, async ({ browser }) => {
    await using server = await TestServer.start();
    await using hall = await Hall.open(browser, server, `http://${host}:${server.port}`);

    await test.step("people join and write, each on a device of their own", () => write(hall));
    await test.step("a card moves, and everybody sees it", () => move(hall));
    await test.step("author and facilitator type in one text", () => typeTogether(hall));
    await test.step("everybody sees the same within a second", () => seeTheSame(hall));
    await test.step("a crash with an unsent card on a phone", () => crash(hall));
    await test.step("the same person after a reload", () => reload(hall));
    await test.step("exports with consent", () => exportAll(hall));
  });
}

/** The people of the story and the server they meet on. */
class Hall implements AsyncDisposable {
  readonly server: TestServer;
  readonly boardId: string;
  readonly code: string;
  readonly organiser: Person;
  readonly ann: Person;
  readonly bo: Person;
  readonly cas: Person;

  /** The organiser makes the workshop, loads the essay and lays its quotes; then people are let in. */
  static async open(browser: Browser, server: TestServer, base: string): Promise<Hall> {
    const organiser = await someone(browser, base, LAPTOP);
    await signInAsOrganiser(organiser, server.organiserKey);
    const boardId = await makeWorkshop(organiser, "Het plein van morgen");
    await loadEssay(organiser, ESSAY);
    await placeFirstQuote(organiser, "h01");
    await placeFirstQuote(organiser, "h03");
    const token = { authorization: `Bearer ${server.organiserKey}` };
    const board = await fetch(`${server.origin}/api/boards/${boardId}`, { headers: token });
    const { code }: { code: string } = await board.json();
    const [ann, bo, cas] = [
      await someone(browser, base, PHONE),
      await someone(browser, base, PHONE),
      await someone(browser, base, LAPTOP),
    ];
    return new Hall({ server, boardId, code, organiser, ann, bo, cas });
  }

  private constructor(
    parts: Pick<Hall, "server" | "boardId" | "code" | "organiser" | "ann" | "bo" | "cas">,
  ) {
    this.server = parts.server;
    this.boardId = parts.boardId;
    this.code = parts.code;
    this.organiser = parts.organiser;
    this.ann = parts.ann;
    this.bo = parts.bo;
    this.cas = parts.cas;
  }

  get everybody(): Person[] {
    return [this.organiser, this.ann, this.bo, this.cas];
  }

  /** The board as it is stored, seen by a client of no kin. */
  async stored() {
    using witness = new StockClient(this.server, this.boardId, this.server.organiserKey);
    await witness.synced();
    return readCards(witness.doc);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.everybody.map(({ context }) => context.close()));
  }
}

async function write(hall: Hall): Promise<void> {
  const { ann, bo, cas, organiser, code, boardId } = hall;
  await joinByCode(ann, { code, name: "Ann", consent: "named" });
  await joinByCode(bo, { code, name: "Bo", consent: "anonymous" });
  await joinByCode(cas, { code, consent: "none" });
  for (const person of [ann, bo, cas]) await inspect(person, `/b/${boardId}`);
  await inspect(organiser, `/b/${boardId}/lead`);
  await writeCard(ann, { kind: "note", text: "Een bank onder de linde", lever: "h02" });
  await writeCard(bo, {
    kind: "quote",
    text: "Vraag het eerst aan de buren",
    lever: "h05",
    speaker: "Tante Truus",
    speakerAgrees: true,
  });
  await writeCard(cas, { kind: "note", text: "Dit blijft binnen deze muren", lever: "h08" });
  await everybodyHas(hall, 5);
}

async function move(hall: Hall): Promise<void> {
  await openLever(hall.ann, "h02");
  await openCard(hall.ann.page, "Een bank onder de linde");
  await hall.ann.page.getByLabel(t("card.moveTo")).selectOption("h04");
  await expect
    .poll(async () => (await hall.stored()).find(({ text }) => text.includes("linde"))?.place.lever)
    .toBe("h04");
  await closeSheet(hall.ann.page);
}

async function typeTogether({ ann, organiser }: Hall): Promise<void> {
  const pages = [ann.page, organiser.page];
  await organiser.page.getByRole("button", { name: t("shape.toList") }).click();
  for (const person of [ann, organiser]) {
    await openLever(person, "h04");
    await openCard(person.page, "Een bank onder de linde");
    await person.page.getByRole("button", { name: t("card.edit") }).click();
  }
  const texts = pages.map((page) => page.getByLabel(t("card.text")));
  await Promise.all([
    texts[0]?.press("End").then(() => ann.page.keyboard.type(" voor iedereen", { delay: 15 })),
    texts[1]?.press("Home").then(() => organiser.page.keyboard.type("Graag: ", { delay: 25 })),
  ]);
  for (const text of texts) {
    await expect(text).toHaveValue("Graag: Een bank onder de linde voor iedereen");
  }
  for (const page of pages) await closeSheet(page);
}

async function seeTheSame(hall: Hall): Promise<void> {
  await writeCard(hall.bo, { kind: "note", text: "Live in de zaal", lever: "h11" });
  await everybodyHas(hall, 6, LIVE_MS);
  const cards = await hall.stored();
  const ids = cards.map(({ id }) => id);
  const texts = cards.map(({ text }) => text);
  await Promise.all(
    hall.everybody.map((person) =>
      expect.poll(() => textsOn(person, ids), { timeout: LIVE_MS }).toEqual(texts),
    ),
  );
}

async function crash(hall: Hall): Promise<void> {
  await hall.server.kill();
  await writeCard(hall.bo, { kind: "note", text: "Geschreven zonder verbinding", lever: "h11" });
  await openLever(hall.bo, "h11");
  const card = hall.bo.page.locator("[data-card]").filter({ hasText: "zonder verbinding" });
  await expect(card.getByText(t("card.onDevice"))).toBeVisible();
  await hall.server.up();
  await expect(card.getByText(t("card.saved"))).toBeVisible({ timeout: 45_000 });
  await everybodyHas(hall, 7, 45_000);
  const texts = (await hall.stored()).map(({ text }) => text);
  expect(texts).toHaveLength(7);
  expect(new Set(texts).size).toBe(7);
}

async function reload(hall: Hall): Promise<void> {
  const before = await hall.stored();
  await hall.ann.page.reload();
  await expect(hall.ann.page.getByRole("button", { name: t("composer.open") })).toBeVisible();
  await writeCard(hall.ann, { kind: "note", text: "Nog steeds Ann", lever: "h02" });
  await everybodyHas(hall, 8, 20_000);
  const after = await hall.stored();
  const authorOf = (cards: typeof before, text: string) =>
    cards.find((card) => card.text.includes(text))?.author;
  expect(authorOf(after, "Nog steeds Ann")).toBe(authorOf(before, "onder de linde"));
}

async function exportAll({ organiser, boardId }: Hall): Promise<void> {
  const { page, base } = organiser;
  await page.goto(`${base}/o#${boardId}`);
  const files = {
    csv: await download(page, "export.csv"),
    json: await download(page, "export.json"),
    md: await download(page, "export.md"),
  };
  const open = [
    ...QUOTES,
    "Graag: Een bank onder de linde voor iedereen",
    "Live in de zaal",
    "Vraag het eerst",
  ];
  for (const file of Object.values(files)) {
    for (const text of open) expect(file).toContain(text);
    expect(file).toContain("Ann");
    expect(file).toContain("Tante Truus");
    expect(file).not.toMatch(/\bBo\b/);
    expect(file).not.toContain("binnen deze muren");
  }
  expect(files.csv).toMatch(/Snel en klein in actie.*Een bank onder de linde voor iedereen.*Ann/);
  const cards: { text: string; author?: string }[] = JSON.parse(files.json).cards;
  expect(cards).toHaveLength(7);
  expect(cards.find(({ text }) => text === "Live in de zaal")?.author).toBeUndefined();
}

async function download(page: Page, key: "export.csv" | "export.json" | "export.md") {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: t(key) }).click();
  return readFile(await (await coming).path(), "utf8");
}

async function inspect({ page, base }: Person, path: string): Promise<void> {
  await page.goto(`${base}${path}?inspect=1`);
  await expect(page.getByRole("button", { name: t("composer.open") })).toBeVisible();
}

async function everybodyHas(hall: Hall, count: number, timeout = 10_000): Promise<void> {
  await Promise.all(
    hall.everybody.map((person) =>
      expect.poll(() => cardCount(person), { timeout, intervals: [50] }).toBe(count),
    ),
  );
}

async function openCard(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: t("card.open", { text }) }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
}

async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}
