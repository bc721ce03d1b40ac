import { expect, type Page } from "@playwright/test";

import { type Answered, aNote, facilitatorToken, join, makeBoard, send } from "../support/api.ts";
import type { TestServer } from "../support/test-server.ts";
import { t } from "../support/texts.ts";
import { openSessionBoards, type SessionBoards, type SomeNote } from "./session/session-boards.ts";
import { sessionSights } from "./session/session-sights.ts";

/** A page as somebody sees it, and when it is ready to be looked at. */
export interface Sight {
  /** File name of its screenshot. */
  name: string;
  open(page: Page, site: Site): Promise<void>;
}

/** A server with a workshop in full swing, and one that nobody has come to yet. */
export interface Site {
  server: TestServer;
  full: { id: string; code: string; facilitatorKey: string; viewerKey: string };
  empty: { id: string; code: string; viewerKey: string };
  /** Sessions in the standard plan, each in a phase of its own. */
  session: SessionBoards;
}

const notes: readonly SomeNote[] = [
  ["h01", "Laat het plein eerst een zomer lang leeg. Kijk dan waar mensen gaan zitten."],
  ["h01", "Wij hebben geen haast. De vergunning wel.", "quote", "Riet, volkstuin De Moes"],
  ["h02", "De buurtbus past bij de straat, de dienstregeling bij de regio."],
  ["h02", "Begin bij de brug die iedereen kent."],
  ["h02", "Een kaart van de provincie met onze stoep erop."],
  ["h03", "Gewoon proberen, dan zien we het wel.", "quote", "Jamal, fietsenmaker"],
  ["h03", "Twee weken een zebrapad van krijt."],
  ["h04", "Morgen drie bankjes, volgend jaar het plan."],
  ["h05", "Zeg vooraf wanneer je ingrijpt, dan schrikt niemand."],
  ["h06", "Vraag niet of wij al zover zijn. Kom erbij zitten.", "quote", "Wijkraad Noord"],
  ["h06", "Samen de cijfers lezen voordat er een conclusie ligt."],
  ["h07", "Een ambtenaar die elke dinsdag in de bibliotheek zit."],
  ["h08", "Schrijf op wat er misging, dat leest iedereen."],
  ["h09", "Zet de boer naast de bouwer en de buurvrouw aan het hoofd."],
  ["h09", "Aan deze tafel zat ik nog nooit.", "quote"],
  ["h10", "De wethouder en de stagiair schrijven samen de brief."],
  ["h11", "Tel ook de koffie die er gedronken is."],
  ["h11", "Een coöperatie voor het dak én voor het feest."],
];

export async function openSite(server: TestServer): Promise<Site> {
  const full = await makeBoard(server, { title: "Jij kleurt het plein" });
  const empty = await makeBoard(server, { title: "Een frisse start" });
  const names = ["Ann", "Bo", "Fatima", "Joost", undefined, "Riet"];
  for (const [index, name] of names.entries()) {
    const consent = name === undefined ? "anonymous" : "named";
    const person = await join(server, full.code, { ...(name ? { name } : {}), consent });
    const own = notes.filter((_note, place) => place % names.length === index);
    const commands = own.map(([lever, text, kind, speaker]) => ({
      ...aNote(text, lever),
      kind: kind ?? ("note" as const),
      ...(speaker ? { speaker, speakerAgrees: true } : {}),
      ...(lever === "h02" ? { labels: { scale: "region" } } : {}),
    }));
    await allSaved(send(server, full.id, person.token, commands));
  }
  const token = await facilitatorToken(server, full);
  await allSaved(
    send(server, full.id, token, [aNote("Nog te plaatsen: wie neemt de sleutel mee?", null)]),
  );
  return { server, full, empty, session: await openSessionBoards(server, notes) };
}

async function allSaved(answers: Promise<Answered[]>): Promise<void> {
  for (const answer of await answers) {
    if (!answer.saved) throw new Error(`a card of the site was refused: ${answer.refused}`);
  }
}

const joined = async (page: Page, { server, full }: Site) => {
  await page.goto(`${server.origin}/j/${full.code}`);
  await page.locator('input[name="name"]').fill("Noor");
  await page.locator('input[name="consent"][value="named"]').check();
  await page.locator("form button[type=submit]").last().click();
  await expect(page.getByRole("button", { name: t("composer.open") })).toBeVisible();
};
const toLever = (page: Page, lever: string) =>
  page.evaluate((id) => {
    location.hash = `lever=${id}`;
  }, lever);
/** A code as it is shown: in two halves. */
const spaced = (code: string) => new RegExp(`${code.slice(0, 3)}\\s?${code.slice(3)}`);
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 1_000;
const asOrganiser = async (page: Page, { server }: Site, rest: string) => {
  await page.goto(`${server.origin}/o#key=${server.organiserKey}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("organise.list.title"));
  await page.goto(`${server.origin}${rest}`);
};

const openOwnCard = async (page: Page, site: Site) => {
  await joined(page, site);
  await page.getByRole("button", { name: t("composer.open") }).click();
  const sheet = page.getByRole("dialog", { name: t("composer.title") });
  await sheet.getByLabel(t("composer.noteText")).fill("Een lamp boven de tafel.");
  await sheet.getByLabel(t("composer.lever")).selectOption("h07");
  await sheet.getByRole("button", { name: t("composer.place") }).click();
  if (isPhone(page)) await toLever(page, "h07");
  const own = page.getByRole("button", { name: /Een lamp boven de tafel/ }).last();
  await own.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: t("card.edit") })).toBeVisible();
};

/** Every page, in the states people see it in. */
export const sights: readonly Sight[] = [
  {
    name: "home",
    open: async (page, { server }) => {
      await page.goto(server.origin);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    },
  },
  {
    name: "join",
    open: async (page, { server, full }) => {
      await page.goto(`${server.origin}/j/${full.code}`);
      await expect(page.locator('input[name="name"]')).toBeVisible();
    },
  },
  {
    name: "join-wrong-code",
    open: async (page, { server }) => {
      await page.goto(`${server.origin}/j/XXXXXX`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    },
  },
  { name: "board", open: joined },
  {
    name: "board-lever",
    open: async (page, site) => {
      await joined(page, site);
      if (!isPhone(page)) await page.getByRole("button", { name: t("shape.toList") }).click();
      await toLever(page, "h02");
      await expect(page.getByText("Begin bij de brug die iedereen kent.").first()).toBeVisible();
    },
  },
  {
    name: "composer",
    open: async (page, site) => {
      await joined(page, site);
      await page.getByRole("button", { name: t("composer.open") }).click();
      const sheet = page.getByRole("dialog", { name: t("composer.title") });
      await sheet.getByRole("radio", { name: t("kind.quote") }).check();
      await sheet.getByLabel(t("composer.quoteText")).fill("Doe eerst de deur open.");
      await sheet.getByLabel(t("composer.speaker")).fill("Gerda, conciërge");
    },
  },
  {
    name: "join-first",
    open: async (page, { server, full }) => {
      await page.goto(`${server.origin}/b/${full.id}`);
      await expect(page.getByRole("heading", { name: t("joinFirst.title") })).toBeVisible();
    },
  },
  {
    name: "lead",
    open: async (page, { server, full }) => {
      await page.goto(`${server.origin}/b/${full.id}/lead#key=${full.facilitatorKey}`);
      await expect(page.getByRole("button", { name: t("composer.open") })).toBeVisible();
    },
  },
  {
    name: "wall",
    open: async (page, { server, full }) => {
      await page.goto(`${server.origin}/b/${full.id}/wall#key=${full.viewerKey}`);
      await expect(page.getByText(t("wall.newest"))).toBeVisible();
    },
  },
  {
    name: "wall-empty",
    open: async (page, { server, empty }) => {
      await page.goto(`${server.origin}/b/${empty.id}/wall#key=${empty.viewerKey}`);
      await expect(page.locator("body")).toContainText(spaced(empty.code));
    },
  },
  {
    name: "organise",
    open: async (page, site) => {
      await asOrganiser(page, site, "/o");
      await expect(page.getByText(site.full.code).first()).toBeVisible();
    },
  },
  {
    name: "organise-workshop",
    open: async (page, site) => {
      await asOrganiser(page, site, `/o#${site.full.id}`);
      await expect(page.getByRole("heading", { name: "Jij kleurt het plein" })).toBeVisible();
    },
  },
  {
    name: "organise-sign-in",
    open: async (page, { server }) => {
      await page.goto(`${server.origin}/o`);
      await expect(page.getByLabel(t("organise.signIn.key"))).toBeVisible();
    },
  },
  {
    name: "poster",
    open: async (page, site) => {
      await asOrganiser(page, site, `/b/${site.full.id}/poster`);
      await expect(page.locator("body")).toContainText(spaced(site.full.code));
    },
  },
  {
    name: "organise-plan",
    open: async (page, site) => {
      await asOrganiser(page, site, "/o");
      await page.getByRole("button", { name: t("organise.new.open") }).click();
      await page.getByRole("radio", { name: t("plan.standard") }).check();
      await page.getByRole("radio", { name: t("plan.standard") }).focus();
    },
  },
  {
    name: "poster-wifi",
    open: async (page, site) => {
      await asOrganiser(page, site, `/b/${site.full.id}/poster`);
      await page.getByRole("textbox", { name: t("poster.wifiName") }).fill("Zaal-gasten");
      await page.getByRole("textbox", { name: t("poster.wifiPassword") }).fill("kleurjeplein");
      await expect(page.getByText(t("poster.wifiScan")).first()).toBeVisible();
    },
  },
  ...sessionSights,
  { name: "card", open: openOwnCard },
  {
    name: "card-deleted",
    open: async (page, site) => {
      await openOwnCard(page, site);
      await page.getByRole("button", { name: t("card.delete") }).click();
      await page.getByRole("button", { name: t("card.deleteYes") }).click();
      await expect(page.getByRole("button", { name: t("card.undo") })).toBeVisible();
    },
  },
];
