import { type Command, newId, readResults } from "@hefboom/board";
import { expect, it } from "vitest";

import { aNote, send } from "../support/api.ts";
import { record } from "../support/hold-record.ts";
import { readBoard, readStoredCards } from "../support/people/board-reading.ts";
import { openOwnClient } from "../support/people/own-client.ts";
import { joinMany, openWorkshop, type Workshop } from "../support/people/workshop.ts";
import { quantile } from "../support/quantile.ts";
import { TestServer } from "../support/test-server.ts";
import { pause, until } from "../support/until.ts";
import { Listener } from "./session/listener.ts";

const PEOPLE = 300;
const CARDS_EACH = 5;
const WRITING_MS = 60_000;
const VOTING_MS = 20_000;
const DOTS = 3;
const AT_ONCE = 50;

it("F01 a session of 300: silence, reveal, votes: 0 lost, 0 doubled, budgets exact", {
  timeout: 280_000,
}, async () => {
  await using server = await TestServer.start();
  const workshop = await openWorkshop(server, { title: "De zaal", plan: "standard" });
  using phones = new DisposableStack();
  const people = (await openPeople(workshop)).map((one) => phones.use(one));
  await using wall = openOwnClient({
    ...{ origin: server.origin, boardId: workshop.board.id, token: workshop.lead },
    ...{ personId: "wall".padEnd(20, "0"), role: "facilitator" },
  });
  await until(() => people.every((one) => one.isOpen), "all phones", 30_000);
  const changes: number[] = [];

  changes.push(...(await goTo(workshop, people, "write")));
  const texts = await writeInSilence(people);
  await until(() => wall.view.staff?.drafts === texts.length, "all drafts to be stored", 20_000);
  const isSilent = people.every(({ heard }) => !heard.some((data) => data.includes("Stilgeheim")));
  expect(isSilent).toBe(true);
  expect([...wall.view.cards.values()]).toEqual([]);

  const pressedAt = performance.now();
  await goTo(workshop, [], "reveal");
  await until(() => wall.view.cards.size === texts.length, "all cards on the wall", 20_000);
  const revealMs = Math.round(performance.now() - pressedAt);
  const stored = await readStoredCards(server, workshop.board.id, workshop.lead);
  const shown = new Set(stored.map(({ text }) => text));
  expect({ lost: texts.filter((text) => !shown.has(text)), count: stored.length }).toEqual({
    lost: [],
    count: texts.length,
  });

  changes.push(...(await goTo(workshop, people, "vote")));
  const given = await vote(
    people,
    stored.map(({ id }) => id),
  );
  await send(server, workshop.board.id, workshop.lead, [
    { op: "ballot", id: newId(), change: "reveal" },
  ]);
  const doc = await readBoard(server, workshop.board.id, workshop.lead);
  const [results] = readResults(doc);
  expect(results?.given).toEqual(given.dots);
  expect(results?.voters).toBe(PEOPLE);

  changes.push(...(await goTo(workshop, people, "discuss")));
  record("F01", `cards lost / doubled of ${texts.length}`, "0 / 0 (0 / 0)");
  record("F01", "reveal to all cards on the wall", `${revealMs} ms`);
  record("F01", "dots over the budget that were let in", "0 (0)");
  record("F01", "dots over the budget that were refused", String(given.refused));
  const p95 = Math.round(quantile(changes, 0.95));
  record(
    "F01",
    "phase change on all phones, p50 / p95",
    `${Math.round(quantile(changes, 0.5))} / ${p95} ms`,
  );
});

async function openPeople(workshop: Workshop): Promise<Listener[]> {
  const { server, board } = workshop;
  const target = { origin: server.origin, boardId: board.id };
  const people: Listener[] = [];
  while (people.length < PEOPLE) {
    const joined = await joinMany(workshop, AT_ONCE);
    people.push(...joined.map((person) => new Listener(target, person)));
  }
  return people;
}

/** @returns for each phone the ms from the facilitator's press until it heard of the new phase */
async function goTo(
  { server, board, lead }: Workshop,
  people: readonly Listener[],
  to: string,
): Promise<number[]> {
  const doc = await readBoard(server, board.id, lead);
  const phase = doc.getMap("meta").get("phase") as { seq: number }; // the server's own
  const pressedAt = performance.now();
  const command: Command = { op: "phase", id: newId(), to, seq: phase.seq };
  const [answer] = await send(server, board.id, lead, [command]);
  expect(answer).toEqual({ id: command.id, saved: true });
  await until(() => people.every(({ updatedAt }) => updatedAt > pressedAt), `${to} on all phones`);
  return people.map(({ updatedAt }) => updatedAt - pressedAt);
}

/** Everybody writes within a minute, and sends every card twice, as a phone does that heard no answer. */
async function writeInSilence(people: readonly Listener[]): Promise<string[]> {
  const texts: string[] = [];
  const writing = people.flatMap((person, number) =>
    Array.from({ length: CARDS_EACH }, async (_, index) => {
      const text = `Stilgeheim ${number} ${index}`;
      const lever = `h${String((number % 11) + 1).padStart(2, "0")}`;
      const create = aNote(text, lever);
      texts.push(text);
      await pause(Math.random() * WRITING_MS);
      person.send([create]);
      if (index === 0) person.send([create]);
    }),
  );
  await Promise.all(writing);
  return texts;
}

/** Everybody gives one dot too many, at random, and all at much the same time. */
async function vote(people: readonly Listener[], cardIds: readonly string[]) {
  const asked = await Promise.all(people.map((person) => castDots(person, cardIds)));
  const dots = new Map<string, number>();
  let refused = 0;
  for (const [index, person] of people.entries()) {
    const mine = new Set<string>();
    for (const { id, target } of asked[index] ?? []) {
      if (person.refused.has(id)) refused += 1;
      else mine.add(target);
    }
    expect(mine.size).toBe(DOTS);
    for (const target of mine) dots.set(target, (dots.get(target) ?? 0) + 1);
  }
  return { dots, refused };
}

async function castDots(person: Listener, cardIds: readonly string[]) {
  const from = Math.floor(Math.random() * cardIds.length);
  const targets = Array.from(
    { length: DOTS + 1 },
    (_, step) => cardIds[(from + 7 * step) % cardIds.length] ?? "",
  );
  const votes = targets.map((target) => ({ op: "vote", id: newId(), target, dots: 1 }) as const);
  for (const one of votes) {
    await pause((Math.random() * VOTING_MS) / votes.length);
    person.send([one]);
  }
  await until(() => votes.every(({ id }) => person.answers.has(id)), "answers to votes", 30_000);
  return votes;
}
