import { encodePresence } from "@hefboom/contract/messages";

import type { BenchServer } from "../servers/bench-server.ts";
import type { Fleet } from "../sockets/fleet.ts";
import { maskedFrame } from "../sockets/frames.ts";
import { type Load, type Planned, WARM_MS } from "./load.ts";

const PER_SECOND = 10;
/** Awareness clientID of the first person. */
const FIRST_CLIENT = 1_000_000;
const CURSOR = /"cursor":\{"x":(\d+),"y":(\d+)\}/g;

/** Everybody moves a pointer, ten times a second; x is the round, y the person. */
export function cursorLoad(server: BenchServer, fleet: Fleet, seconds: number): Load {
  const people = fleet.seats.length;
  const rounds = (WARM_MS / 1_000 + seconds) * PER_SECOND;
  const plan: Planned[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let person = 0; person < people; person += 1) {
      const entry = {
        clientId: FIRST_CLIENT + person,
        clock: round + 1,
        state: { cursor: { x: round, y: person } },
      };
      const frame = maskedFrame(server.wrap(encodePresence([entry])));
      plan.push({ dueMs: (1_000 / PER_SECOND) * (round + person / people), person, frame });
    }
  }
  return { plan, read: (message) => cursorsIn(message, people) };
}

function cursorsIn(message: Buffer, people: number): number[] {
  const cursors = message.toString("latin1").matchAll(CURSOR);
  return [...cursors].map(([, round, person]) => Number(round) * people + Number(person));
}
