import { describe, expect, it } from "vitest";

import { isFreshEnd, minutesIn, momentBetween, timeState } from "./moments.ts";

describe("what was passed", () => {
  it.each([
    [61_000, 60_000, "last-minute"],
    [60_000, 59_000, undefined],
    [1_000, 0, "end"],
    [400, -600, "end"],
    [0, -1_000, undefined],
    [300_000, 299_000, undefined],
  ])("from %i ms to %i ms: %s", (before, after, moment) => {
    expect(momentBetween(before, after)).toBe(moment);
  });

  it("is the end alone for a page that slept through both", () => {
    expect(momentBetween(300_000, -90_000)).toBe("end");
  });
});

it("sounds at the end, but not long after it", () => {
  expect(isFreshEnd("end", -900)).toBe(true);
  expect(isFreshEnd("end", -90_000)).toBe(false);
  expect(isFreshEnd("last-minute", 60_000)).toBe(false);
});

it.each([
  [90_000, false, "running"],
  [60_000, false, "last-minute"],
  [90_000, true, "paused"],
  [0, false, "over"],
  [-5_000, true, "over"],
])("with %i ms left, paused %s, the time is %s", (leftMs, isPaused, state) => {
  expect(timeState({ leftMs, isPaused })).toBe(state);
});

it.each([
  ["5", 5],
  [" 2,5 ", 2.5],
  ["1440", 1440],
  ["1441", undefined],
  ["0", undefined],
  ["-3", undefined],
  ["", undefined],
  ["vijf", undefined],
])("reads %j as %s minutes", (typed, minutes) => {
  expect(minutesIn(typed)).toBe(minutes);
});
