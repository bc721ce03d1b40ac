import { runGateFuzz } from "@hefboom/sync/testing";
import { expect, it } from "vitest";

const SEEDS = [101, 102, 103, 104, 105, 106, 107, 108];
const MESSAGES_PER_SEED = 25_000;
const MINUTES = 60_000;

it.each(SEEDS)(
  "B01 B05 B06 B07 B08 200,000 updates and commands, honest and hostile mixed, seed %d",
  async (seed) => {
    const counts = await runGateFuzz(seed, MESSAGES_PER_SEED);

    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(500);
  },
  10 * MINUTES,
);
