import { expect, it } from "vitest";

import { ToldActs } from "./told-acts.ts";

const typing = { personId: "els", op: "rewrite", about: "card" };
const MINUTE_MS = 60_000;

it("tells the same of a person and a thing once in five minutes", () => {
  const told = new ToldActs();
  const atMinutes = [0, 1, 4.9, 5, 6];

  const news = atMinutes.map((minutes) => told.isNews(typing, minutes * MINUTE_MS));

  expect(news).toEqual([true, false, false, true, false]);
});

it("tells of another person, another thing or another step at once", () => {
  const told = new ToldActs();
  told.isNews(typing, 0);

  const others = [{ personId: "piet" }, { op: "label" }, { about: "other" }, { about: null }];

  expect(others.map((other) => told.isNews({ ...typing, ...other }, 1))).toEqual(
    others.map(() => true),
  );
});
