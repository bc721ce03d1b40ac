import { anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { PersonBudget } from "./person-budget.ts";

it("lets a participant write in a burst, and then as much as comes back in time", () => {
  let now = 0;
  const budget = new PersonBudget(1_000, () => now);
  const ann = anActor();

  const burst = Array.from({ length: 64 }, () => budget.take(ann, 800));
  const more = budget.take(ann, 800);
  const other = budget.take(anActor(), 800);
  now = 1_000;
  const later = [budget.take(ann, 800), budget.take(ann, 800)];

  expect(burst.every(Boolean)).toBe(true);
  expect([more, other, later]).toEqual([false, true, [true, false]]);
});

it("does not count the staff", () => {
  const budget = new PersonBudget(1, () => 0);
  const facilitator = anActor("facilitator");

  expect([budget.take(facilitator, 1e6), budget.take(facilitator, 1e6)]).toEqual([true, true]);
});
