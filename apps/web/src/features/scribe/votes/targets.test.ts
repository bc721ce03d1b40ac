import { type ClusterView, readLevers } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { findTargets, targetsOf, votesOf } from "./targets.ts";

const aCard = (id: string, lever: string | null, held?: "hidden"): CardView => ({
  id,
  kind: "note",
  text: `woorden van ${id}`,
  place: { lever, order: "a0" },
  saving: "saved",
  isOwn: false,
  ...(held && { held }),
});
const cards = new Map(
  [
    aCard("a", "h02"),
    aCard("b", "h02"),
    aCard("c", "h01"),
    aCard("d", null),
    aCard("x", "h01", "hidden"),
  ].map((card) => [card.id, card]),
);
const clusters: ClusterView[] = [
  { id: "k", title: "", lever: "h02", order: "a0", members: ["a", "b"], isMerged: true },
];
const board = {
  levers: readLevers(aBoard()),
  cards,
  cardIdsOn: new Map([
    ["h01", ["c", "x"]],
    ["h02", ["a", "b"]],
    [null, ["d"]],
  ]),
  clusters,
};
const say = (words: unknown) => String(words);

it("lists cards in the board's order, doubles once, and nothing that is not on the board", () => {
  expect(targetsOf("card", board).map(({ ids, number }) => [ids, number])).toEqual([
    [["c"], 1],
    [["a", "b"], 2],
    [["d"], undefined],
  ]);
});

it("lists clusters by their heading, and all levers", () => {
  expect(targetsOf("cluster", board).map(({ ids, words }) => [ids, words])).toEqual([
    [["k"], "woorden van a"],
  ]);
  expect(targetsOf("lever", board)).toHaveLength(11);
});

it("finds by a lever's number, and by letters", () => {
  const targets = targetsOf("card", board);
  const found = (typed: string) => findTargets(targets, typed, say).map(({ ids }) => ids[0]);

  expect(found(" 2")).toEqual(["a"]);
  expect(found("VAN D")).toEqual(["d"]);
  expect(found("")).toHaveLength(3);
});

it("knows a table's votes however it is typed", () => {
  const votesFor = { "tafel 4": { a: 2 } };

  expect(votesOf(votesFor, " Tafel 4")).toEqual({ a: 2 });
  expect(votesOf(votesFor, "tafel 5")).toEqual({});
});
