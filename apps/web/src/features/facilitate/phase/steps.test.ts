import { readyPlans } from "@hefboom/board";
import { expect, it } from "vitest";

import { showsDrafts, stepsOf } from "./steps.ts";

const plan = readyPlans.standard;
const at = (id: string) => stepsOf({ plan, phase: { id, seq: 7, index: 99, startedAt: 0 } });

it("finds the step by the phase's id, whatever number it had", () => {
  const { index, count, current, next, previous } = at("write");

  expect([index, count, current?.id, next?.id, previous?.id]).toEqual([
    2,
    8,
    "write",
    "reveal",
    "read",
  ]);
});

it("ends at both ends of the plan", () => {
  expect(at("welcome").previous).toBeUndefined();
  expect(at("harvest").next).toBeUndefined();
});

it("goes on with the first phase when the plan does not know the current one", () => {
  const { index, current, next, previous } = at("gone");

  expect([index, current, next?.id, previous]).toEqual([-1, undefined, "welcome", undefined]);
});

it("asks before a phase that reveals, unless there is surely nothing to reveal", () => {
  const [, read, write, reveal] = plan;
  if (write === undefined || reveal === undefined) throw new Error("the standard plan changed");

  expect(showsDrafts(read, reveal, 3)).toBe(true);
  expect(showsDrafts(undefined, reveal, undefined)).toBe(true);
  expect(showsDrafts(read, reveal, 0)).toBe(false);
  expect(showsDrafts(write, reveal, 0)).toBe(true);
  expect(showsDrafts(read, write, 3)).toBe(false);
});
