import { expect, it } from "vitest";

import { record } from "../../../support/hold-record.ts";
import { inWords } from "../watch.ts";
import { expectToWithstand } from "./mutated-frames.ts";

it.each([1, 2, 3])("A01 10,000 mutated frames of seed %i are noticed by nobody", async (seed) => {
  const { seen, growthMb, closes } = await expectToWithstand({ frames: 10_000, seed });

  const codes = [...closes].sort(([a], [b]) => a - b).map(([code, count]) => `${code}×${count}`);
  record("A01", `seed ${seed}: longest wait of the canary`, inWords(seen, 250));
  record("A01", `seed ${seed}: memory after it`, `+${growthMb.toFixed(1)} MB (< 30)`);
  record("A01", `seed ${seed}: closes`, codes.join(" "));
  expect(closes.size).toBeGreaterThan(3);
});
