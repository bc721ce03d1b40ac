import { expect, it } from "vitest";

import { nextCard, ROTATING, readingTimeMs } from "./rotation.ts";

it("shows what was never shown first", () => {
  expect(nextCard(["c", "b", "a"], "a", new Set(["a", "b"]))).toBe("c");
});

it("walks from new to old and begins again", () => {
  const shown = new Set(["a", "b", "c"]);

  expect(nextCard(["c", "b", "a"], "c", shown)).toBe("b");
  expect(nextCard(["c", "b", "a"], "a", shown)).toBe("c");
});

it("stays within the newest", () => {
  const newest = Array.from({ length: 40 }, (_, index) => `card${index}`);
  const last = newest[ROTATING - 1];

  expect(nextCard(newest, last, new Set(newest))).toBe("card0");
});

it("goes on when the shown card was deleted, and knows an empty board", () => {
  expect(nextCard(["b"], "gone", new Set(["b", "gone"]))).toBe("b");
  expect(nextCard([], "gone", new Set())).toBeUndefined();
});

it("gives a long text more time, within bounds", () => {
  expect(readingTimeMs("kort")).toBe(8_000);
  expect(readingTimeMs("x".repeat(200))).toBe(12_000);
  expect(readingTimeMs("x".repeat(1_000))).toBe(24_000);
});
