import { expect, it } from "vitest";

import { TestServer } from "../../support/test-server.ts";
import { killRounds } from "./kill-rounds.ts";

it("D01 kill -9 under load, 3 rounds: nothing that was seen or told to be saved is gone", async () => {
  await using server = await TestServer.start();

  const { saved } = await killRounds(server, 3);

  expect(saved).toBeGreaterThan(50);
});
