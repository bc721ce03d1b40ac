import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { batchTickMs, presenceTickMs } from "./crowd-tick.ts";
import { Tick } from "./tick.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function ticking(restMs: number, run: () => Promise<void> | void = () => undefined) {
  const start = performance.now();
  const runs: number[] = [];
  const tick = new Tick({
    run: () => {
      runs.push(performance.now() - start);
      return run();
    },
    restMs: () => restMs,
  });
  return { tick, runs };
}

it("runs at once when it was quiet, and once a rest under load", async () => {
  const { tick, runs } = ticking(40);

  for (let ms = 0; ms < 100; ms += 10) {
    tick.nudge();
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  tick.nudge();
  await vi.advanceTimersByTimeAsync(0);

  expect(runs).toEqual([0, 40, 80, 120, 1_100]);
});

it("never runs twice at a time, begins a rest with a run, and lets the event loop have its turn after it", async () => {
  const { tick, runs } = ticking(40, () => new Promise((resolve) => setTimeout(resolve, 70)));

  tick.nudge();
  await vi.advanceTimersByTimeAsync(1);
  tick.nudge();
  await vi.advanceTimersByTimeAsync(200);

  expect(runs).toEqual([0, 71]);
});

it("is idle when nothing is due or running", async () => {
  const { tick } = ticking(40);
  let isIdle = false;

  tick.nudge();
  void tick.idle().then(() => {
    isIdle = true;
  });
  await vi.advanceTimersByTimeAsync(39);
  const before = isIdle;
  await vi.advanceTimersByTimeAsync(1);

  expect([before, isIdle]).toEqual([false, true]);
});

it("grows with the crowd", () => {
  const crowds = [2, 200, 500, 1_000, 2_000];

  expect(crowds.map((people) => Math.round(batchTickMs(people)))).toEqual([0, 25, 39, 50, 50]);
  expect(crowds.map(presenceTickMs)).toEqual([25, 25, 62.5, 125, 200]);
});

it("runs again after a run that threw", async () => {
  let isBroken = true;
  const { tick, runs } = ticking(40, () => {
    if (isBroken) throw new Error("a bug");
  });
  tick.nudge();
  await expect(tick.idle()).rejects.toThrow("a bug");
  isBroken = false;

  tick.nudge();
  await vi.advanceTimersByTimeAsync(100);

  expect(runs).toEqual([0, 0]);
});
