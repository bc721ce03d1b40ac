import { expect, it } from "vitest";

import { CursorSlots } from "./cursor-slots.ts";

/** Everybody moves every 100 ms. @returns how often each was shown */
function moving(slots: CursorSlots, people: number, from: number, to: number) {
  const shown = new Map<number, number>();
  for (let now = from; now < to; now += 100) {
    for (let person = 0; person < people; person += 1) {
      const { isShown } = slots.move(person, { now, most: 3 });
      if (isShown) shown.set(person, (shown.get(person) ?? 0) + 1);
    }
  }
  return shown;
}

it("shows the same cursors while they move, however many others do", () => {
  const shown = moving(new CursorSlots(), 20, 0, 5_000);

  expect([...shown]).toEqual([
    [0, 50],
    [1, 50],
    [2, 50],
  ]);
});

it("gives everybody a turn when all of them go on", () => {
  const shown = moving(new CursorSlots(), 9, 0, 60_000);

  expect([...shown.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

it("gives the place of who stands still to who moves, and says whose it was", () => {
  const slots = new CursorSlots();
  for (const person of [1, 2, 3]) slots.move(person, { now: 0, most: 3 });
  for (const person of [1, 3]) slots.move(person, { now: 1_500, most: 3 });

  const outcome = slots.move(4, { now: 1_500, most: 3 });

  expect(outcome).toEqual({ isShown: true, gone: 2 });
  expect([slots.has(2), slots.has(4)]).toEqual([false, true]);
});

it("has a place again when somebody leaves", () => {
  const slots = new CursorSlots();
  for (const person of [1, 2, 3]) slots.move(person, { now: 0, most: 3 });
  const before = slots.move(4, { now: 0, most: 3 });
  slots.release(1);

  expect(before).toEqual({ isShown: false });
  expect(slots.move(4, { now: 0, most: 3 })).toEqual({ isShown: true });
});
