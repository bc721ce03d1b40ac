import { expect, it } from "vitest";

import { record } from "../../support/hold-record.ts";
import { TestServer } from "../../support/test-server.ts";
import { DamagedStarts, expectHonest } from "./damaged-starts.ts";

const PLACES = 48;

it("D04 16 bytes turned, at 48 places of the database: never another board in its place", async () => {
  await using server = await TestServer.start();
  await using starts = await DamagedStarts.prepare(server);
  const counts = { refused: 0, closed: 0, unharmed: 0 };

  for (let place = 0; place < PLACES; place += 1) {
    const outcome = await starts.after((damage) => damage.at(place / PLACES));
    expectHonest(outcome);
    if (outcome.start === "refused") counts.refused += 1;
    else if (outcome.first === 4500 || outcome.second === 4500) counts.closed += 1;
    else counts.unharmed += 1;
  }

  record("D04", `16 bytes turned at ${PLACES} places`, JSON.stringify(counts));
  expect(counts.refused + counts.closed).toBeGreaterThan(0);
});
