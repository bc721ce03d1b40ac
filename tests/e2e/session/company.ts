import type { Joined } from "@hefboom/contract";
import { type Browser, expect } from "@playwright/test";

import { join } from "../../support/api.ts";
import type { TestServer } from "../../support/test-server.ts";
import { t } from "../../support/texts.ts";
import { until } from "../../support/until.ts";
import { LAPTOP, type Person, PHONE } from "../steps.ts";
import { Hall } from "./hall.ts";
import { goOn, titleOf } from "./lead-steps.ts";
import { seesPhase } from "./phone-steps.ts";
import { Spy } from "./spy.ts";

/** So long people may finish what they began in the phase before, in ms, and a little more. */
const GRACE_MS = 2_200;

export type ParticipantName = "Ann" | "Bo" | "Cas" | "Dee" | "Els" | "Fin";
const devices = [
  ["Ann", PHONE, "named"],
  ["Bo", PHONE, "anonymous"],
  ["Cas", PHONE, "named"],
  ["Dee", PHONE, "named"],
  ["Els", LAPTOP, "none"],
  ["Fin", LAPTOP, "anonymous"],
] as const;

/** A hall with everybody in it. */
export class Company implements AsyncDisposable {
  readonly hall: Hall;
  readonly participants: Readonly<Record<ParticipantName, Person>>;
  readonly wall: Person;
  readonly scribe: Person;
  /** Sits there and listens, without a page. */
  readonly spy: Spy;
  /** Tries what he may not, without a page. */
  readonly pim: Joined;
  /** Who leads now: somebody else takes over half-way. */
  lead: Person;
  #phaseAt = 0;

  static async gather(browser: Browser, server: TestServer, title: string): Promise<Company> {
    const hall = await Hall.open(browser, server, title);
    const lead = await hall.comeWithKey("lead");
    const wall = await hall.comeWithKey("wall");
    const scribe = await hall.comeWithKey("scribe");
    const joined: [ParticipantName, Person][] = [];
    for (const [name, device, consent] of devices) {
      joined.push([name, await hall.join(name, device, consent)]);
    }
    const spy = await Spy.open(hall, "Stille toehoorder");
    const pim = await join(server, hall.links.code, { name: "Pim", consent: "named" });
    // All names of `devices`, each once.
    const participants = Object.fromEntries(joined) as Record<ParticipantName, Person>;
    await participants.Els.page.getByRole("button", { name: t("shape.toList") }).click();
    return new Company({ hall, lead, wall, scribe, spy, pim, participants });
  }

  private constructor(
    parts: Pick<Company, "hall" | "lead" | "wall" | "scribe" | "spy" | "pim" | "participants">,
  ) {
    this.hall = parts.hall;
    this.lead = parts.lead;
    this.wall = parts.wall;
    this.scribe = parts.scribe;
    this.spy = parts.spy;
    this.pim = parts.pim;
    this.participants = parts.participants;
  }

  get everyParticipant(): Person[] {
    return Object.values(this.participants);
  }

  get phones(): Person[] {
    const { Ann, Bo, Cas, Dee } = this.participants;
    return [Ann, Bo, Cas, Dee];
  }

  /** Who leads goes on to the next phase, and everybody sees it. */
  async goOn(phase: string): Promise<void> {
    await goOn(this.lead, phase);
    this.#phaseAt = performance.now();
    await this.isIn(phase);
  }

  async isIn(phase: string): Promise<void> {
    const title = titleOf(phase);
    await seesPhase([...this.everyParticipant, this.scribe], title);
    await expect(this.wall.page.getByText(title, { exact: true })).toBeVisible();
  }

  /** What the phase before allowed is over for good. */
  async graceIsOver(): Promise<void> {
    await until(() => performance.now() - this.#phaseAt > GRACE_MS, "the end of the grace");
  }

  async wallShows(scene: string): Promise<void> {
    await expect(this.wall.page.locator("main")).toHaveAttribute("data-scene", scene);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.spy[Symbol.dispose]();
    await this.hall[Symbol.asyncDispose]();
  }
}
