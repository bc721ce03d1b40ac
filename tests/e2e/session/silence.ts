import { type Command, newId } from "@hefboom/board";
import { expect } from "@playwright/test";

import { aNote, send } from "../../support/api.ts";
import { t, tCount } from "../../support/texts.ts";
import { openLever, type Person, writeCard } from "../steps.ts";
import type { Company, ParticipantName } from "./company.ts";
import { closePanel, moderate, takeBack } from "./lead-steps.ts";
import { offersOnCard, touches } from "./phone-steps.ts";
import { enterCard } from "./scribe-steps.ts";

/** What is written in silence; the first word of each stands nowhere else. */
export const DRAFTS = {
  Ann: { text: "Vuurvlinder op de brug", lever: "h02" },
  Bo: { text: "Kwartelrood in de berm", lever: "h02" },
  Cas: { text: "Zilverdistel bij de halte", lever: "h05" },
  Dee: { text: "Wolkentrap naar het dak", lever: "h05" },
  Els: { text: "Maanschelp aan de kade", lever: "h02" },
  Fin: { text: "Hazelmolen in de polder", lever: "h09" },
} as const satisfies Record<ParticipantName, { text: string; lever: string }>;
const OFFLINE = { text: "Regenfluister onder glas", lever: "h07" };
export const TABLE = [
  { who: "tafel 4", text: "Turfkelder vol verhalen", lever: 5 },
  { who: "tafel 4", text: "Bijenvlecht langs het spoor", lever: 9 },
] as const;
export const PIMS = { text: "Ruitersprong over de sloot", lever: "h11" };

export const ALL_TEXTS = [
  ...Object.values(DRAFTS).map(({ text }) => text),
  OFFLINE.text,
  ...TABLE.map(({ text }) => text),
  PIMS.text,
];
/** The word of a text that gives it away. */
export const tellTale = (text: string) => text.slice(0, text.indexOf(" "));

/** Everybody writes, each on their own device. @returns the ids of the cards that are known from outside */
export async function writeInSilence(company: Company): Promise<{ ann: string; pim: string }> {
  const { hall, participants, pim, scribe } = company;
  const entries = Object.entries(DRAFTS) as [ParticipantName, { text: string; lever: string }][];
  await Promise.all(
    entries.map(([name, draft]) => writeCard(participants[name], { kind: "note", ...draft })),
  );
  for (const card of TABLE) await enterCard(scribe, card);
  const note = aNote(PIMS.text, PIMS.lever);
  await send(hall.server, hall.boardId, pim.token, [note]);
  await openLever(participants.Ann, DRAFTS.Ann.lever);
  const own = participants.Ann.page.locator("[data-card]").filter({ hasText: DRAFTS.Ann.text });
  await expect(own.getByText(t("card.held.draft"))).toBeVisible();
  const ann = (await own.getAttribute("data-card")) ?? "";
  await offersOnCard(participants.Ann, DRAFTS.Ann.text, { edit: true, move: true, remove: true });
  return { ann, pim: note.cardId };
}

/** So many drafts are kept on the server, as the bar of who leads counts them. */
export async function draftsAreKept({ lead }: Company, count: number): Promise<void> {
  const name = tCount("lead.drafts.short", count);
  await expect(lead.page.getByRole("button", { name, exact: true })).toBeVisible();
}

/** Nobody was sent, or is shown, a word of what others write. */
export async function nothingLeaks(company: Company): Promise<void> {
  const { hall, participants, spy, scribe } = company;
  await spy.ask();
  const all = ALL_TEXTS.map(tellTale);
  expect(await spy.traffic.find(all)).toEqual([]);
  const own = new Map<Person, string[]>([[scribe, TABLE.map(({ text }) => tellTale(text))]]);
  for (const [name, { text }] of Object.entries(DRAFTS)) {
    own.set(participants[name as ParticipantName], [tellTale(text)]); // keys of a literal
  }
  own.get(participants.Dee)?.push(tellTale(OFFLINE.text));
  for (const [person, traffic] of hall.traffic) {
    const foreign = all.filter((word) => !own.get(person)?.includes(word));
    expect(await traffic.find(foreign)).toEqual([]);
    if (person.page.isClosed()) continue;
    const page = await person.page.content();
    expect(foreign.filter((word) => page.includes(word))).toEqual([]);
  }
}

/** A power cut while people write: what was saved is there again, what was not is sent by the phone. */
export async function powerCut(company: Company): Promise<void> {
  const { hall, participants, spy } = company;
  const { Dee } = participants;
  await hall.server.kill();
  await writeCard(Dee, { kind: "note", ...OFFLINE });
  await hall.server.up();
  await spy.connect();
  await openLever(Dee, OFFLINE.lever);
  const card = Dee.page.locator("[data-card]").filter({ hasText: OFFLINE.text });
  await expect(card.getByText(t("card.saved"))).toBeVisible({ timeout: 45_000 });
}

/** The laptop of who leads dies; somebody else opens the link and goes on where the session stands. */
export async function takeOver(company: Company): Promise<void> {
  const { hall, lead } = company;
  await hall.leave(lead);
  company.lead = await hall.comeWithKey("lead");
  await company.isIn("write");
}

/** A page that is loaded anew is the same person with the same drafts, also where the browser kept nothing of them. */
export async function comesBack(
  person: Person,
  name: ParticipantName,
  { forgets }: { forgets: boolean },
): Promise<void> {
  const { page } = person;
  const { text, lever } = DRAFTS[name];
  if (forgets) await forgetAll(person);
  await page.reload();
  await expect(page.getByText(t("status.me", { name }))).toBeVisible();
  if (!touches(page)) await page.getByRole("button", { name: t("shape.toList") }).click();
  await openLever(person, lever);
  const card = page.locator("[data-card]").filter({ hasText: text });
  await expect(card).toHaveCount(1);
  await expect(card.getByText(t("card.held.draft"))).toBeVisible();
}

/** Everything but the cookie. */
async function forgetAll({ page }: Person): Promise<void> {
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      if (name !== undefined) indexedDB.deleteDatabase(name);
    }
  });
}

/** Somebody is stopped, sees why, and comes back as who they were. */
export async function stopAndReadmit({ hall, lead, participants }: Company): Promise<void> {
  const { Cas } = participants;
  await moderate(lead, "people");
  const panel = lead.page.getByRole("complementary");
  await panel.getByRole("button", { name: /^Cas/ }).click();
  await panel.getByRole("button", { name: t("lead.people.stop") }).click();
  await expect(Cas.page.getByRole("heading", { name: t("stopped.title") })).toBeVisible();
  const board = `${Cas.base}/api/boards/${hall.boardId}`;
  expect((await Cas.context.request.get(`${board}/state`)).status()).toBe(403);
  const data: Command[] = [{ op: "hand", id: newId(), isUp: true }];
  const headers = { origin: Cas.base };
  const asked = await Cas.context.request.post(`${board}/commands`, { data, headers });
  expect(asked.status()).toBe(403);

  await takeBack(lead, t("lead.people.did.stop", { name: "Cas" }));
  await Cas.page.getByRole("button", { name: t("trouble.again") }).click();
  await expect(Cas.page.getByText(t("status.me", { name: "Cas" }))).toBeVisible();
  await closePanel(lead);
  await comesBack(Cas, "Cas", { forgets: false });
}
