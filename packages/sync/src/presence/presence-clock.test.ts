import { expect, it } from "vitest";

import { PresenceClock } from "./presence-clock.ts";

it("only grows, also when the wall clock is set back", () => {
  let now = 1_000_000_000;
  const clock = new PresenceClock(() => now);

  const before = clock.next();
  now -= 3_600_000;

  expect(clock.next()).toBe(before + 1);
});

it("goes on past a restart after which the wall clock is an hour back", () => {
  const first = new PresenceClock(() => 1_000_000_000);
  const seen = first.next();
  const restarted = new PresenceClock(() => 1_000_000_000 - 3_600_000);

  restarted.see(seen);

  expect(restarted.next()).toBeGreaterThan(seen);
});

it("is not driven up by a clock that nobody has counted", () => {
  const clock = new PresenceClock(() => 0);

  clock.see(Number.MAX_SAFE_INTEGER);

  expect(clock.next()).toBe(1);
});
