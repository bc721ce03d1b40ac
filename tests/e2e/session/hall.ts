import type { Browser } from "@playwright/test";
import { expect } from "@playwright/test";

import { readStoredCards } from "../../support/people/board-reading.ts";
import type { TestServer } from "../../support/test-server.ts";
import { t } from "../../support/texts.ts";
import {
  LAPTOP,
  makeWorkshop,
  type Person,
  type PHONE,
  signInAsOrganiser,
  someone,
} from "../steps.ts";
import { Traffic } from "./traffic.ts";

/** What the organiser hands out: to read from the page, once. */
export interface Links {
  code: string;
  lead: string;
  wall: string;
  scribe: string;
}
type Consent = "named" | "anonymous" | "none";

/** Everybody of a session in the standard plan, each in a browser of their own. */
export class Hall implements AsyncDisposable {
  readonly server: TestServer;
  readonly boardId: string;
  readonly links: Links;
  readonly #browser: Browser;
  readonly #people: Person[] = [];
  /** What the browsers that are listened to were sent, by whose they are. */
  readonly traffic = new Map<Person, Traffic>();

  static async open(browser: Browser, server: TestServer, title: string): Promise<Hall> {
    const organiser = await someone(browser, server.origin, LAPTOP);
    await signInAsOrganiser(organiser, server.organiserKey);
    const boardId = await makeWorkshop(organiser, title, "standard");
    const links = await readLinks(organiser, server, boardId);
    await organiser.context.close();
    return new Hall(browser, server, boardId, links);
  }

  private constructor(browser: Browser, server: TestServer, boardId: string, links: Links) {
    this.#browser = browser;
    this.server = server;
    this.boardId = boardId;
    this.links = links;
  }

  /** Comes in by a link with a key: as who leads, as the wall or as the scribe. */
  async comeWithKey(which: "lead" | "wall" | "scribe"): Promise<Person> {
    const person = await this.#someone(LAPTOP);
    await person.page.goto(this.links[which]);
    await expect(person.page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    return person;
  }

  /** Joins by the plain page behind the QR code. */
  async join(name: string, device: typeof PHONE | typeof LAPTOP, consent: Consent) {
    const person = await this.#someone(device);
    const { page, base } = person;
    await page.goto(`${base}/j/${this.links.code}`);
    await page.locator('input[name="name"]').fill(name);
    await page.locator(`input[name="consent"][value="${consent}"]`).check();
    await page.locator("form button[type=submit]").last().click();
    await page.waitForURL(`**/b/${this.boardId}`);
    await page.goto(`${base}/b/${this.boardId}?inspect=1`);
    await expect(page.getByText(t("status.me", { name }))).toBeVisible();
    return person;
  }

  async leave(person: Person): Promise<void> {
    this.#people.splice(this.#people.indexOf(person), 1);
    await person.context.close();
  }

  /** The board as it is stored. */
  async stored() {
    return readStoredCards(this.server, this.boardId, this.server.organiserKey);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#people.map(({ context }) => context.close()));
  }

  async #someone(device: typeof PHONE | typeof LAPTOP): Promise<Person> {
    const person = await someone(this.#browser, this.server.origin, device);
    this.#people.push(person);
    this.traffic.set(person, Traffic.ofPage(person.page));
    return person;
  }
}

async function readLinks({ page }: Person, server: TestServer, boardId: string): Promise<Links> {
  const headers = { authorization: `Bearer ${server.organiserKey}` };
  const answer = await fetch(`${server.origin}/api/boards/${boardId}`, { headers });
  const { code }: { code: string } = await answer.json();
  const scribeLabel = t("organise.invite.scribeLink");
  const lead = await page.getByLabel(t("organise.invite.facilitateLink")).inputValue();
  const wall = await page.getByLabel(t("organise.invite.projectLink")).inputValue();
  const scribe = page.getByRole("textbox", { name: scribeLabel });
  await page
    .getByRole("button", { name: t("organise.invite.makeFor", { link: scribeLabel }) })
    .click();
  return { code, lead, wall, scribe: await scribe.inputValue() };
}
