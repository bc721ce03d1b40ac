import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { Transfers } from "./transfers.ts";

function openTransfers() {
  const clock = { now: 1_000_000 };
  return { clock, transfers: new Transfers(() => clock.now) };
}
const somebody = () => ({ boardId: newId(), personId: newId() });

it("gives a code that nobody can guess, good for one time", () => {
  const { transfers } = openTransfers();
  const who = somebody();

  const { code } = transfers.offer(who);

  expect(code).toMatch(/^[\w-]{32}$/);
  expect(transfers.take(code)).toMatchObject(who);
  expect(transfers.take(code)).toBeUndefined();
});

it("gives it for five minutes", () => {
  const { transfers, clock } = openTransfers();
  const [early, late] = [transfers.offer(somebody()), transfers.offer(somebody())];
  expect(early.expiresAt).toBe(clock.now + 5 * 60_000);

  clock.now += 5 * 60_000 - 1;
  const inTime = transfers.take(early.code);
  clock.now += 1;

  expect(inTime).toBeDefined();
  expect(transfers.take(late.code)).toBeUndefined();
});

it("lets a person's new code replace the old one, and nobody else's", () => {
  const { transfers } = openTransfers();
  const [ann, bob] = [somebody(), somebody()];
  const [first, bobs] = [transfers.offer(ann), transfers.offer(bob)];

  const second = transfers.offer(ann);

  expect(transfers.take(first.code)).toBeUndefined();
  expect(transfers.take(second.code)).toMatchObject(ann);
  expect(transfers.take(bobs.code)).toMatchObject(bob);
});
