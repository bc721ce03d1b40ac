import { Value } from "typebox/value";
import { expect, it } from "vitest";

import { idSchema } from "./id-schema.ts";
import { newId } from "./new-id.ts";

it("makes ids of the one shape, each once", () => {
  const ids = Array.from({ length: 2_000 }, newId);

  expect(ids.filter((id) => !Value.Check(idSchema, id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

it("favours no letter", () => {
  const counts = new Map<string, number>();
  for (const letter of Array.from({ length: 2_000 }, newId).join("")) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }

  // 40,000 letters, 1,111 of each expected, standard deviation 33: eight of them either way.
  expect(counts.size).toBe(36);
  for (const count of counts.values()) expect(Math.abs(count - 1_111)).toBeLessThan(264);
});
