import { readLevers, readMeta } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { cardsByLever, isGathering, islandsOf } from "./islands.ts";

it("gives the eleven levers as 2 × 2, three wide, 2 × 2, with their counts", () => {
  const doc = aBoard();
  const lying = ["h02", null, "h02"].map((lever) => ({ place: { lever } }));

  const islands = islandsOf({
    groups: readMeta(doc).groups,
    levers: readLevers(doc),
    counts: cardsByLever(lying),
  });

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
