import { markOf, marksIn } from "../figures/marks.ts";
import type { Fleet } from "../sockets/fleet.ts";
import { maskedFrame } from "../sockets/frames.ts";
import { type Load, type Planned, WARM_MS } from "./load.ts";

/** Every fifth edit makes a card, the others move one. */
const CREATE_EVERY = 5;

/** Everybody in the room makes and moves cards, one edit a second each. */
export function editLoad(fleet: Fleet, seconds: number): Load {
  const rounds = WARM_MS / 1_000 + seconds;
  const people = fleet.seats.length;
  const plan: Planned[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [person, { writer }] of fleet.seats.entries()) {
      const mark = markOf(plan.length);
      const isCreate = (round + person) % CREATE_EVERY === 0;
      const frame = maskedFrame(isCreate ? writer.create(mark) : writer.place(mark));
      plan.push({ dueMs: 1_000 * (round + person / people), person, frame });
    }
  }
  return { plan, read: marksIn };
}
