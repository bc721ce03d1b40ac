import { expect } from "vitest";

import { openWorkshop } from "../../../support/people/workshop.ts";
import { inspectable } from "../../../support/process/inspected.ts";
import { TestServer } from "../../../support/test-server.ts";
import { usedMb } from "../server-figures.ts";
import { type Seen, Watch } from "../watch.ts";
import { HonestPair } from "./honest-pair.ts";
import { type Closes, sendStorm } from "./storm.ts";

const WARMING = { frames: 320, seed: 99 };
const GROWTH_MAX_MB = 30;
const CANARY_MAX_MS = 250;

interface Outcome {
  seen: Seen;
  growthMb: number;
  closes: Closes;
}

/** Storms a room with mutated frames and checks that nobody honest notices. */
export async function expectToWithstand(storm: { frames: number; seed: number }): Promise<Outcome> {
  await using server = await TestServer.start(inspectable);
  const workshop = await openWorkshop(server);
  await sendStorm(workshop, WARMING);
  const before = await usedMb(server);
  using pair = await HonestPair.enter(workshop);
  await using watch = await Watch.start(server);

  const closes = await sendStorm(workshop, storm);

  const seen = await watch.stop();
  const growthMb = (await usedMb(server)) - before;
  expect(await pair.faults()).toEqual([]);
  expect(server.printed).not.toMatch(/"level":(50|60)/);
  expect(seen.faults).toBe(0);
  expect(seen.excessMs).toBeLessThan(CANARY_MAX_MS);
  expect(growthMb).toBeLessThan(GROWTH_MAX_MB);
  return { seen, growthMb, closes };
}
