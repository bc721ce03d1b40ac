import { expect, it } from "vitest";

import { record } from "../../support/hold-record.ts";
import { TestServer } from "../../support/test-server.ts";
import { killRounds } from "./kill-rounds.ts";

const ROUNDS = 20;

it("D01 kill -9 under load, 20 rounds: nothing that was seen or told to be saved is gone", async () => {
  await using server = await TestServer.start();

  const { saved, backMs, quietMs } = await killRounds(server, ROUNDS);

  record("D01", `edits lost in ${ROUNDS} rounds of 200 edits a second`, `0 of ${saved} cards`);
  record("D01", "longest time until it served again", `${Math.round(backMs)} ms (< 5,000)`);
  record("D01", "the same after a clean stop", `${Math.round(quietMs)} ms`);
  expect(saved).toBeGreaterThan(ROUNDS * 20);
});
