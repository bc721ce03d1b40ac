import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { MARK_BYTES, MarkSet, marksOf } from "./mark-set.ts";

const ids = (count: number) => Array.from({ length: count }, newId);

it("knows every id that was added, in portions of whatever size, and no other", () => {
  const portions = [500, 1, 20, 500, 3, 3, 3, 2_000, 40].map(ids);
  const marks = new MarkSet();

  for (const portion of portions) marks.add(marksOf(portion));

  expect(portions.flat().filter((id) => !marks.has(id))).toEqual([]);
  expect(ids(1_000).filter((id) => marks.has(id))).toEqual([]);
});

it("knows nothing before anything was added", () => {
  expect(new MarkSet().has(newId())).toBe(false);
});

it("marks an id the same for ever, in eight bytes", () => {
  const marks = marksOf(["abc", "abc"]);

  // SHA-256 of "abc", FIPS 180-2 appendix B.1.
  expect(Buffer.from(marks).toString("hex")).toBe("ba7816bf8f01cfea".repeat(2));
  expect(MARK_BYTES).toBe(8);
});
