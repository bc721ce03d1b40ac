import { readResults } from "@hefboom/board";
import { expect } from "@playwright/test";

import { readBoard } from "../../support/people/board-reading.ts";
import { t, tCount } from "../../support/texts.ts";
import { openLever, type Person } from "../steps.ts";
import type { Company, ParticipantName } from "./company.ts";
import { closeDialog, press } from "./lead-steps.ts";
import { giveDot, pressOn, totals, votesLeft } from "./phone-steps.ts";
import { voteFor } from "./scribe-steps.ts";
import { DRAFTS, TABLE } from "./silence.ts";

const [table] = TABLE;
/** Who gives a dot to whose card, in this order. */
const DOTS: readonly [ParticipantName, readonly ParticipantName[]][] = [
  ["Ann", ["Bo", "Bo", "Cas"]],
  ["Bo", ["Ann", "Dee", "Cas"]],
  ["Cas", ["Ann", "Ann", "Cas"]],
  ["Dee", ["Cas", "Cas", "Cas"]],
  ["Els", ["Ann"]],
];
const TABLE_DOTS = 2;
const VOTERS = DOTS.length + 1;
/** The outcome, by text. */
const OUTCOME: readonly [string, number][] = [
  [DRAFTS.Cas.text, 6],
  [DRAFTS.Ann.text, 4],
  [DRAFTS.Bo.text, 2],
  [table.text, TABLE_DOTS],
  [DRAFTS.Dee.text, 1],
];
const BUDGET = 3;
/** On the bar of who leads: how many have voted, of however many are here. */
const counted = new RegExp(t("lead.vote.short", { voters: VOTERS, present: "\\d+" }));

/** Phones vote by touch and a laptop by mouse, and the scribe for a table; nobody is told a total, or who voted. */
export async function vote(company: Company): Promise<void> {
  const { hall, participants, scribe, spy, lead } = company;
  const ids = (await hall.stored()).map(({ id }) => id);
  const marks = { spy: spy.traffic.mark(), fin: hall.traffic.get(participants.Fin)?.mark() };
  await Promise.all(DOTS.map(([name, to]) => giveDots(participants[name], to)));
  for (let given = 1; given <= TABLE_DOTS; given += 1) {
    await voteFor(scribe, { voter: table.who, text: table.text, left: BUDGET - given });
  }
  await changeMind(participants.Bo);
  await expect(lead.page.getByRole("button", { name: counted })).toBeVisible();

  await noTotals(company);
  const told = spy.own.asides.filter(({ votes = {} }) => Object.keys(votes).length > 0);
  expect(told).toEqual([]);
  // Whatever a vote is for, its id would be told.
  expect(await hall.traffic.get(participants.Fin)?.find(ids, marks.fin)).toEqual([]);
  expect(await spy.traffic.find(ids, marks.spy)).toEqual([]);
  await spy.ask();
  expect(readResults(spy.own.doc)).toEqual([]);
  expect(readResults(await readBoard(hall.server, hall.boardId, spy.person.token))).toEqual([]);
}

async function giveDots(person: Person, to: readonly ParticipantName[]): Promise<void> {
  let left = BUDGET;
  for (const name of to) {
    const { text, lever } = DRAFTS[name];
    await openLever(person, lever);
    await giveDot(person, text);
    left -= 1;
    await votesLeft(person, left);
  }
}

/** Nothing is left: a press more does nothing; a dot that is taken back can be given again. */
async function changeMind(bo: Person): Promise<void> {
  const { text, lever } = DRAFTS.Dee;
  await openLever(bo, lever);
  const group = bo.page.getByRole("group", { name: t("vote.group", { text }) });
  const more = group.getByRole("button", { name: t("vote.more", { text }) });
  await expect(more).toHaveAttribute("aria-disabled", "true");
  await more.tap({ force: true });
  await votesLeft(bo, 0);
  await pressOn(bo, group.getByRole("button", { name: t("vote.less", { text }) }));
  await votesLeft(bo, 1);
  await giveDot(bo, text);
  await votesLeft(bo, 0);
}

export async function noTotals({ everyParticipant, wall, lead }: Company): Promise<void> {
  for (const person of [...everyParticipant, wall, lead]) {
    await expect(totals(person)).toHaveCount(0);
  }
}

/** Who leads shows the outcome, after a question; phones and wall have the same numbers. */
export async function revealVotes(company: Company): Promise<void> {
  const { lead, participants, wall } = company;
  await press(lead, counted);
  const dialog = lead.page.getByRole("dialog");
  await dialog.getByRole("button", { name: t("lead.vote.reveal") }).click();
  await dialog.getByRole("button", { name: t("lead.vote.revealYes") }).click();
  await expect(dialog.getByText(t("lead.vote.did.reveal"))).toBeVisible();
  await closeDialog(lead);
  await company.wallShows("results");
  await expect.poll(() => readResults(company.spy.own.doc).length).toBe(1);
  for (const [text, dots] of OUTCOME) {
    const row = wall.page.getByRole("listitem").filter({ hasText: text });
    await expect(row.getByText(tCount("wall.leverVotes", dots))).toBeAttached();
    for (const person of [participants.Ann, participants.Els]) {
      await openLever(person, text === DRAFTS.Ann.text || text === DRAFTS.Bo.text ? "h02" : "h05");
      const card = person.page.locator("[data-card]").filter({ hasText: text });
      await expect(card.getByText(tCount("vote.got", dots), { exact: true })).toBeVisible();
    }
  }
}
