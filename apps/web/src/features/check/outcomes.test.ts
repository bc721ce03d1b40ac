import { expect, it } from "vitest";

import { answered, BUSY, type Outcome, verdictOf } from "./outcomes.ts";

const good: Outcome = { state: "good", tookMs: 20 };
const bad: Outcome = { state: "bad", why: "silent" };

it("calls an answer slow when people notice it", () => {
  expect(answered(999.6)).toEqual({ state: "good", tookMs: 1_000 });
  expect(answered(1_001)).toEqual({ state: "slow", tookMs: 1_001 });
});

it("comes to a verdict when both ways to the server were tried, at once when one is closed", () => {
  expect(verdictOf({ ...BUSY, reach: good })).toBe("busy");
  expect(verdictOf({ ...BUSY, socket: bad })).toBe("blocked");
  expect(verdictOf({ reach: good, socket: answered(2_000), storage: good })).toBe("slow");
});

it("lets everybody take part whose browser keeps nothing", () => {
  expect(verdictOf({ reach: good, socket: good, storage: bad })).toBe("fine");
});
