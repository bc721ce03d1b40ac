import { expect, it } from "vitest";

import { expectToWithstand } from "./mutated-frames.ts";

it("A01 1,000 mutated frames are noticed by nobody who is honest", async () => {
  const { closes } = await expectToWithstand({ frames: 1_008, seed: 1 });

  expect(closes.get(4400)).toBeGreaterThan(100); // they did reach the reader of messages
});
