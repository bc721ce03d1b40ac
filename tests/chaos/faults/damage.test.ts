import { afterAll, beforeAll, expect, it } from "vitest";

import type { Damage } from "../../support/process/damage.ts";
import { TestServer } from "../../support/test-server.ts";
import { DamagedStarts, expectHonest } from "./damaged-starts.ts";

let server: TestServer;
let starts: DamagedStarts;
beforeAll(async () => {
  server = await TestServer.start();
  starts = await DamagedStarts.prepare(server);
});
afterAll(async () => {
  await starts[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const RESTORE = "npm run restore -- --in FILE";

it("D04 a damaged entry of one board's log: that board is closed 4500, the others are served", async () => {
  const outcome = await starts.after((damage) => damage.inNewestEntryOf(starts.firstBoardId));

  expect(outcome).toEqual({ start: "serves", first: 4500, second: "as it was" });
});

const unreadable: Record<string, (damage: Damage) => void> = {
  "its first page turned": (damage) => damage.at(0),
  "half of it cut off": (damage) => damage.cutTo(0.5),
  "all of it cut off": (damage) => damage.cutTo(0),
  "the file gone": (damage) => damage.remove(),
};

it.each(Object.entries(unreadable))(
  "D04 a database with %s: no start, exit 3, with the command that restores",
  async (_name, harm) => {
    const outcome = await starts.after(harm);

    expect(outcome).toMatchObject({ start: "refused", code: 3 });
    expect("printed" in outcome && outcome.printed).toContain(RESTORE);
  },
);

it("D04 16 bytes turned anywhere: refused, closed 4500, or without effect; never another board in its place", async () => {
  for (const where of [0.29, 0.61, 0.96]) {
    expectHonest(await starts.after((damage) => damage.at(where)));
  }
});
