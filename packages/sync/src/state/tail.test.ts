import { expect, it } from "vitest";

import { Tail } from "./tail.ts";

const stored = (seq: number, bytes = 10) => ({ seq, update: new Uint8Array(bytes) });
const seqsOf = (updates: { seq: number }[] | undefined) => updates?.map(({ seq }) => seq);

it("has what came after a place that it reaches back to", () => {
  const tail = new Tail([stored(4), stored(5)]);
  tail.push(stored(6));

  expect(seqsOf(tail.after(4))).toEqual([5, 6]);
  expect(seqsOf(tail.after(6))).toEqual([]);
  expect(tail.after(3)).toBeUndefined();
});

it("keeps a hundred updates", () => {
  const tail = new Tail(Array.from({ length: 300 }, (_, index) => stored(index + 1)));

  expect(tail.after(200)).toBeUndefined();
  expect(seqsOf(tail.after(201))).toHaveLength(99);
});

it("keeps two megabytes at most, also of updates that are large", () => {
  const tail = new Tail([]);
  for (let seq = 1; seq <= 50; seq += 1) tail.push(stored(seq, 100_000));

  expect(seqsOf(tail.after(31))).toHaveLength(19);
  expect(tail.after(20)).toBeUndefined();
});
