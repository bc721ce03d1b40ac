import { expect, it } from "vitest";

import { runGateFuzz } from "../../testing/gate-fuzz/gate-fuzz.ts";

// A part of tests/chaos/document/gate-fuzz.hold.ts, which sends 200,000.

it.each([1, 2, 3])("honest and hostile people send updates and commands, seed %d", async (seed) => {
  const counts = await runGateFuzz(seed, 1_000);

  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(20);
});
