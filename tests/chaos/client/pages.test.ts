import type { Card } from "@hefboom/board";
import { afterAll, beforeAll, expect, it } from "vitest";

import { readStoredCards } from "../../support/people/board-reading.ts";
import { joinMany, openWorkshop } from "../../support/people/workshop.ts";
import { TestServer } from "../../support/test-server.ts";
import { pause, until } from "../../support/until.ts";
import { seeded } from "../wire/frames/mutate.ts";
import { Browser, type Page } from "./browser.ts";

const PEOPLE = 4;
const STEPS = 150;
const STEP_MS = 30;
/** At these steps the server is killed and started again. */
const KILLS = new Set([40, 100]);

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

interface Seat {
  readonly browser: Browser;
  readonly name: string;
  page: Page;
}

it("E04 pages that are cut off and crash, and a server that is killed twice: 0 lost, 0 doubled", async () => {
  const workshop = await openWorkshop(server);
  const joined = await joinMany(workshop, PEOPLE);
  const browsers = joined.map((one) => new Browser(server, one));
  const seats: Seat[] = browsers.flatMap((browser, person) =>
    ["a", "b"].map((letter) => ({ browser, name: `${person}${letter}`, page: browser.open() })),
  );
  await until(() => seats.every(({ page }) => page.session.view.isLoaded), "the board");

  const made = await useThem(seats, seeded(4));
  for (const { page } of seats) page.session.wake(); // as when somebody looks: after many cuts it waits long
  await until(() => seats.every(isDone), "everything to be saved", 40_000);
  const stored = await readStoredCards(server, workshop.board.id, workshop.lead);
  const seesAll = ({ page }: Seat) => look(page.session.view.cards.values()) === look(stored);
  await until(() => seats.every(seesAll), "everybody to see the same");

  const texts = stored.map(({ text }) => text);
  expect(made.filter((text) => !texts.includes(text))).toEqual([]);
  expect(new Set(texts).size).toBe(texts.length);
  expect(seats.flatMap(({ page }) => page.session.view.drawer)).toEqual([]);
  await Promise.all(seats.map(({ page }) => page.session[Symbol.asyncDispose]()));
}, 120_000);

/** Makes and moves cards while connections break, pages crash and the server dies. @returns what may not be lost */
async function useThem(seats: readonly Seat[], random: () => number): Promise<string[]> {
  let made: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const seat = seats[Math.floor(random() * seats.length)];
    if (seat === undefined) break;
    if (KILLS.has(step)) await server.kill().then(() => server.up());
    const chance = random();
    if (chance < 0.08) seat.page.cut();
    else if (chance < 0.12) made = await crash(seat, seats, made);
    else if (chance < 0.3) moveOwnCard(seat.page, random);
    else {
      const text = `${seat.name} ${step}`;
      seat.page.session.create({ kind: "note", text, lever: "h01" });
      made.push(text);
    }
    await pause(random() * 2 * STEP_MS);
  }
  return made;
}

/** A page crashes and is opened anew. What it had not even stored may be gone with it. */
async function crash(seat: Seat, seats: readonly Seat[], made: readonly string[]) {
  await seat.page.crash();
  const kept = new Set([...storedTexts(seat.browser), ...savedTexts(seats)]);
  seat.page = seat.browser.open();
  return made.filter((text) => !text.startsWith(seat.name) || kept.has(text));
}

function moveOwnCard({ session }: Page, random: () => number): void {
  const own = [...session.view.cards.values()].filter(({ isOwn }) => isOwn);
  const card = own[Math.floor(random() * own.length)];
  const lever = `h0${2 + Math.floor(random() * 3)}`;
  if (card !== undefined) session.place(card.id, { lever });
}

function isDone({ page }: Seat): boolean {
  const { pendingCount, connection } = page.session.view;
  return pendingCount === 0 && connection.state === "online";
}

/** What people can tell apart of these cards. */
function look(cards: Iterable<Card>): string {
  const lines = [...cards].map(
    ({ id, text, place }) => `${id} ${text} ${place.lever} ${place.order}`,
  );
  return lines.sort().join("\n");
}

function storedTexts({ store }: Browser): string[] {
  const pending = store.stored?.pending ?? [];
  return pending.flatMap(({ command }) => ("text" in command ? [command.text] : []));
}

/** What somebody has seen saved may not be lost, whoever crashed. */
function savedTexts(seats: readonly Seat[]): string[] {
  const cards = seats.flatMap(({ page }) => [...page.session.view.cards.values()]);
  return cards.filter(({ saving }) => saving === "saved").map(({ text }) => text);
}
