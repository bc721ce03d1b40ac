import { type ClusterView, type Results, readLevers } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { doublesOf } from "../clusters/doubles.ts";
import { topVoted, wholeWords } from "./tally.ts";

const aCard = (id: string, lever: string): CardView => ({
  id,
  kind: "quote",
  text: `woorden van ${id}`,
  place: { lever, order: "a0" },
  saving: "saved",
  isOwn: false,
});
const cards = new Map(
  [aCard("a", "h01"), aCard("b", "h01"), aCard("c", "h02")].map((card) => [card.id, card]),
);
const merged: ClusterView = {
  id: "k",
  title: "",
  lever: "h01",
  order: "a0",
  members: ["a", "b"],
  isMerged: true,
};
const boardWith = (clusters: ClusterView[]) => ({
  cards,
  clusters,
  doubles: doublesOf(clusters, cards),
  levers: readLevers(aBoard()),
});
const outcome = (on: Results["on"], given: Record<string, number>): Results => ({
  ballotId: "v",
  on,
  dots: 3,
  isSecret: true,
  voters: 4,
  at: 1,
  given: new Map(Object.entries(given)),
});

it("puts the most votes first, and leaves out what has gone", () => {
  const top = topVoted(outcome("card", { a: 1, gone: 9, c: 3 }), boardWith([]), 5);

  expect(top.map(({ id, dots, lever, words }) => [id, dots, lever, words])).toEqual([
    ["c", 3, "h02", "woorden van c"],
    ["a", 1, "h01", "woorden van a"],
  ]);
});

it("counts doubles together, and shows so many as there is room for", () => {
  const results = outcome("card", { a: 2, b: 2, c: 3 });

  expect(topVoted(results, boardWith([merged]), 1)).toMatchObject([{ id: "a", dots: 4 }]);
});

it("knows a cluster by its heading, else by its first card", () => {
  const results = outcome("cluster", { k: 2, h: 1 });
  const headed = { ...merged, id: "h", title: "Licht", members: ["c"], lever: "h02" };

  const top = topVoted(results, boardWith([merged, headed]), 5);

  expect(top.map(({ words }) => words)).toEqual(["woorden van a", "Licht"]);
});

it("ends a long text with a whole word", () => {
  expect(wholeWords("Een lamp boven", 14)).toBe("Een lamp boven");
  expect(wholeWords("Een lamp boven de tafel", 14)).toBe("Een lamp boven…");
  expect(wholeWords("Een lamp boven de tafel", 12)).toBe("Een lamp…");
  expect(wholeWords("Levensloopbestendig", 6)).toBe("Levens…");
});
