import { expect, it } from "vitest";

import { type ListedPerson, listPeople, type Participant } from "./people-list.ts";

const person = (id: string, more: Partial<Participant> = {}): Participant => ({
  id,
  joinedAt: 0,
  isStopped: false,
  cards: 0,
  ...more,
});
const people = [
  person("late", { joinedAt: 20 }),
  person("noor", { name: "Noor" }),
  person("early", { joinedAt: 10 }),
  person("zoe", { name: "Zoë", isStopped: true }),
  person("bram", { name: "Bram" }),
];
const idsOf = (list: readonly Participant[]) => list.map(({ id }) => id);

it("lists who was stopped first, then names, then those without one as they came", () => {
  expect(idsOf(listPeople(people, "", undefined))).toEqual([
    "zoe",
    "bram",
    "noor",
    "early",
    "late",
  ]);
});

it("gives everybody a number by when they joined, which stays theirs whatever is sought and who is stopped", () => {
  const two = [
    person("b", { joinedAt: 20 }),
    person("a", { joinedAt: 20 }),
    person("first", { joinedAt: 5, name: "Bo" }),
  ];
  const numbers = (list: readonly ListedPerson[]) =>
    Object.fromEntries(list.map(({ id, position }) => [id, position]));

  expect(numbers(listPeople(two, "", undefined))).toEqual({ first: 1, a: 2, b: 3 });
  expect(numbers(listPeople(two.toReversed(), "", ["b"]))).toEqual({ first: 1, a: 2, b: 3 });
  expect(numbers(listPeople(two, "bo", undefined))).toEqual({ first: 1 });
});

it("knows better from the live session who is stopped", () => {
  const list = listPeople(people, "", ["bram"]);

  expect(list[0]?.id).toBe("bram");
  expect(list.find(({ id }) => id === "zoe")?.isStopped).toBe(false);
});

it("finds a name by a piece of it, without capitals and accents", () => {
  expect(idsOf(listPeople(people, " zoe", undefined))).toEqual(["zoe"]);
  expect(idsOf(listPeople(people, "o", undefined))).toEqual(["zoe", "noor"]);
});
