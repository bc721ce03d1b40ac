import { expect, it } from "vitest";

import { clockText, leftMs, untilNextSecond } from "./countdown.ts";

it.each([
  [545_000, "9:05"],
  [900_300, "15:00"], // set to 15 minutes; the server's time is known a little late
  [59_501, "1:00"],
  [59_499, "0:59"],
  [499, "0:00"],
  [0, "0:00"],
  [-499, "0:00"],
  [-12_000, "−0:12"],
  [3_750_000, "1:02:30"],
])("says %i ms as %s", (ms, clock) => {
  expect(clockText(ms)).toBe(clock);
});

it("counts down to the end by server time, and not at all while it stands still", () => {
  expect(leftMs({ endsAt: 5_000, seq: 1 }, 2_000)).toBe(3_000);
  expect(leftMs({ endsAt: 5_000, seq: 1 }, 6_000)).toBe(-1_000);
  expect(leftMs({ pausedLeftMs: 4_000, seq: 1 }, 9_000)).toBe(4_000);
});

it.each([900_300, 59_499, 500, 499, 0, -1, -700, -12_500])(
  "looks again when the clock of %i ms says something else, and no later",
  (ms) => {
    const wait = untilNextSecond(ms);

    expect(clockText(ms - wait)).not.toBe(clockText(ms));
    expect(wait).toBeLessThanOrEqual(1_001);
  },
);
