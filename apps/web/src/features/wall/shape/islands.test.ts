import { readLevers, readMeta } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { isGathering, islandsOf } from "./islands.ts";

it("gives the eleven levers as 2 × 2, three wide, 2 × 2, with their counts", () => {
  const doc = aBoard();
  const view = {
    meta: readMeta(doc),
    levers: readLevers(doc),
    cardIdsOn: new Map<string | null, string[]>([
      ["h02", ["a", "b"]],
      [null, ["c"]],
    ]),
  };

  const islands = islandsOf(view);

  expect(islands.map(({ columns, tiles }) => [columns, tiles.length])).toEqual([
    [2, 4],
    [1, 3],
    [2, 4],
  ]);
  expect(islands[0]?.tiles.map((tile) => tile.count)).toEqual([0, 2, 0, 0]);
});

it("gathers until five cards came from people; the essay does not count", () => {
  const essay = Array.from({ length: 12 }, () => ({ via: "essay" }));

  expect(isGathering([...essay, {}, {}, {}, {}])).toBe(true);
  expect(isGathering([...essay, {}, {}, {}, {}, { via: "scribe" }])).toBe(false);
});
