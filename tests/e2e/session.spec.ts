import { expect, test } from "@playwright/test";

import { TestServer } from "../support/test-server.ts";
import { t } from "../support/texts.ts";
import { forge, NEVER, openDoors, type Refusals, tryAll } from "./session/attempts.ts";
import { Company } from "./session/company.ts";
import { press, titleOf } from "./session/lead-steps.ts";
import { close, cluster, hideAndShow, lockLever, lookHere } from "./session/order.ts";
import { type Controls, offers, offersOnCard } from "./session/phone-steps.ts";
import {
  ALL_TEXTS,
  comesBack,
  DRAFTS,
  draftsAreKept,
  nothingLeaks,
  PIMS,
  powerCut,
  stopAndReadmit,
  takeOver,
  tellTale,
  writeInSilence,
} from "./session/silence.ts";
import { noTotals, revealVotes, vote } from "./session/voting.ts";
import { cardCount, openLever, textsOn } from "./steps.ts";

const HEADING = "Groen voorop";
const NONE: Controls = { add: false, cluster: false, vote: false, hand: true };
const NOT_NOW = { cluster: "wrong-phase", vote: "wrong-phase", voteForOther: "not-allowed" };
const NOT_YOURS = {
  rewriteForeign: "not-allowed",
  placeForeign: "not-allowed",
  deleteForeign: "not-allowed",
};
const NO_CHANGE = {
  create: "wrong-phase",
  rewriteOwn: "wrong-phase",
  placeOwn: "wrong-phase",
  deleteOwn: "wrong-phase",
};

// A trace of ten pages costs more time than the session itself.
test.use({ actionTimeout: 10_000, trace: "off" });

test.describe.configure({ timeout: 240_000 });

test("a full session in the standard plan: rights, silence, reveal, votes and the end", async ({
  browser,
}) => {
  await using server = await TestServer.start();
  await using company = await Company.gather(browser, server, "De hele zaal");
  let cards = { ann: "", pim: "" };
  await test.step("welcome and read: people look, nobody writes", () => comeIn(company));
  await test.step("silent writing", async () => {
    cards = await writing(company);
  });
  await test.step("a power cut, another facilitator, a reload", () => mishaps(company));
  await test.step("reveal: everything, everywhere, and nothing before", () =>
    reveal(company, cards));
  await test.step("cluster, by touch", () => clustering(company, cards));
  await test.step("vote, in secret until it is shown", () => voting(company, cards));
  await test.step("discuss: look here, a lock", () => discussing(company, cards));
  await test.step("harvest and the end", () => theEnd(company, cards));
});

async function comeIn(company: Company): Promise<void> {
  const { hall, pim, participants, lead } = company;
  const refused = { ...NEVER, ...NOT_NOW, create: "wrong-phase" };
  await company.isIn("welcome");
  await company.wallShows("gathering");
  await nobodyMay(company, refused, NONE);
  expect(await openDoors(hall, pim)).toEqual([]);

  await company.goOn("read");
  await nobodyMay(company, refused, NONE);
  const left = () => secondsOn(company);
  const before = await left();
  await press(lead, t("lead.timer.addName"));
  await expect.poll(left).toBeGreaterThan(before + 50);
  await press(lead, t("lead.timer.pause"));
  await expect(company.wall.page.getByText(t("wall.paused"))).toBeVisible();
  const paused = await left();
  expect(await participants.Ann.page.getByRole("timer").innerText()).toContain(clock(paused));
  await press(lead, t("lead.timer.resume"));
  await expect(company.wall.page.getByText(t("wall.paused"))).toHaveCount(0);
}

async function writing(company: Company): Promise<{ ann: string; pim: string }> {
  const { hall, pim, participants } = company;
  await company.goOn("write");
  await company.wallShows("writing");
  const cards = await writeInSilence(company);
  await nobodyMay(
    company,
    {
      ...{ ...NEVER, ...NOT_NOW },
      // Whether there is such a card is nobody's business.
      ...{ rewriteForeign: "not-found", placeForeign: "not-found", deleteForeign: "not-found" },
    },
    { ...NONE, add: true },
    { foreign: cards.ann, own: cards.pim },
  );
  expect(await forge(hall, pim, (doc) => doc.getText("drafts").insert(0, "x"))).toBe(4403);
  await expect(participants.Bo.page.getByText(tellTale(DRAFTS.Ann.text))).toHaveCount(0);
  await draftsAreKept(company, ALL_TEXTS.length - 1);
  await nothingLeaks(company);
  return cards;
}

async function mishaps(company: Company): Promise<void> {
  const { participants } = company;
  await powerCut(company);
  await draftsAreKept(company, ALL_TEXTS.length);
  await takeOver(company);
  await draftsAreKept(company, ALL_TEXTS.length);
  await comesBack(participants.Bo, "Bo", { forgets: false });
  await comesBack(participants.Els, "Els", { forgets: true });
  await stopAndReadmit(company);
  await draftsAreKept(company, ALL_TEXTS.length);
}

async function reveal(company: Company, cards: { ann: string; pim: string }): Promise<void> {
  const { hall, everyParticipant, participants, spy, wall } = company;
  await participants.Dee.page.getByRole("button", { name: t("composer.open") }).tap();
  const sheet = participants.Dee.page.getByRole("dialog", { name: t("composer.title") });
  await sheet.getByLabel(t("composer.noteText")).fill("Net te laat");
  await nothingLeaks(company);

  await company.goOn("reveal");
  await expect(
    sheet.getByText(t("composer.notNow.phase", { phase: titleOf("reveal") })),
  ).toBeVisible();
  await expect(sheet.getByLabel(t("composer.noteText"))).toHaveValue("Net te laat");
  await participants.Dee.page.keyboard.press("Escape");
  const stored = await hall.stored();
  const texts = stored.map(({ text }) => text);
  expect(texts.toSorted()).toEqual(ALL_TEXTS.toSorted());
  const ids = stored.map(({ id }) => id);
  for (const person of everyParticipant) {
    await expect.poll(() => cardCount(person)).toBe(ALL_TEXTS.length);
    await expect.poll(() => textsOn(person, ids)).toEqual(texts);
  }
  await company.wallShows("turn");
  await expect(wall.page.getByText(t("wall.newest"))).toBeVisible();
  // That nothing was heard before means something: the same ears hear it now.
  await expect.poll(() => spy.traffic.find(ALL_TEXTS)).toEqual(ALL_TEXTS);
  await company.graceIsOver();
  const known = { foreign: cards.ann, own: cards.pim };
  await nobodyMay(company, { ...NEVER, ...NOT_NOW, ...NOT_YOURS, ...NO_CHANGE }, NONE, known);
  const nothing = { edit: false, move: false, remove: false };
  await openLever(participants.Ann, DRAFTS.Ann.lever);
  await offersOnCard(participants.Ann, DRAFTS.Ann.text, nothing);
  expect(await forge(hall, company.pim, (doc) => void doc.getMap("cards").delete(cards.ann))).toBe(
    4403,
  );
  await hideAndShow(company);
}

async function clustering(company: Company, cards: { ann: string; pim: string }): Promise<void> {
  const { participants, hall, pim } = company;
  await company.goOn("cluster");
  await company.graceIsOver();
  await nobodyMay(
    company,
    {
      ...{ ...NEVER, ...NOT_YOURS, vote: "wrong-phase", create: "wrong-phase" },
      ...{ rewriteOwn: "wrong-phase", deleteOwn: "wrong-phase" },
    },
    { ...NONE, cluster: true },
    { foreign: cards.ann, own: cards.pim },
  );
  const own = { edit: false, move: true, remove: false };
  await openLever(participants.Ann, DRAFTS.Ann.lever);
  await offersOnCard(participants.Ann, DRAFTS.Ann.text, own);
  expect(await forge(hall, pim, (doc) => void doc.getMap("clusters").set("x", {}))).toBe(4403);
  await cluster(company, HEADING);
}

async function voting(company: Company, cards: { ann: string; pim: string }): Promise<void> {
  const { hall, pim } = company;
  await company.goOn("vote");
  await company.graceIsOver();
  const known = { foreign: cards.ann, own: cards.pim };
  await nobodyMay(
    company,
    {
      ...{ ...NEVER, ...NOT_YOURS, ...NO_CHANGE },
      ...{ cluster: "wrong-phase", voteTooMuch: "invalid", voteForOther: "not-allowed" },
    },
    { ...NONE, vote: true },
    known,
  );
  expect(await forge(hall, pim, (doc) => void doc.getMap("results").set("x", {}))).toBe(4403);
  await noTotals(company);
  await vote(company);
  await revealVotes(company);
  await tryAll(hall, pim, { vote: "wrong-phase" }, known);
}

async function discussing(company: Company, cards: { ann: string; pim: string }): Promise<void> {
  await company.goOn("discuss");
  await company.graceIsOver();
  await nobodyMay(
    company,
    { ...NEVER, ...NOT_NOW, ...NOT_YOURS },
    { ...NONE, add: true },
    { foreign: cards.ann, own: cards.pim },
  );
  await lookHere(company);
  await lockLever(company);
}

async function theEnd(company: Company, cards: { ann: string; pim: string }): Promise<void> {
  const { hall, participants } = company;
  const known = { foreign: cards.ann, own: cards.pim };
  await company.goOn("harvest");
  await company.graceIsOver();
  await nobodyMay(company, { ...NEVER, ...NOT_NOW, ...NOT_YOURS, ...NO_CHANGE }, NONE, known);
  await close(company);
  await nobodyMay(
    company,
    { ...NEVER, ...NOT_NOW, ...NOT_YOURS, ...NO_CHANGE },
    { ...NONE, hand: false },
    known,
  );
  await openLever(participants.Cas, PIMS.lever);
  const open = participants.Cas.page.getByRole("button", {
    name: t("card.open", { text: PIMS.text }),
  });
  await expect(open).toBeVisible();
  const texts = (await hall.stored()).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(ALL_TEXTS));
  expect(texts).toHaveLength(ALL_TEXTS.length + 2);
}

/** By page on a phone and on a laptop, by HTTP and by raw sockets. */
async function nobodyMay(
  { hall, pim, participants }: Company,
  refused: Refusals,
  controls: Controls,
  known: { own?: string; foreign?: string } = {},
): Promise<void> {
  await tryAll(hall, pim, refused, known);
  const { lever } = DRAFTS.Ann;
  await offers(participants.Ann, lever, controls);
  await offers(participants.Els, lever, controls);
}

async function secondsOn({ wall }: Company): Promise<number> {
  const words = await wall.page.getByRole("timer").innerText();
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec(words) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
