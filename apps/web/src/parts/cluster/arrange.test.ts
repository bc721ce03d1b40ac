import type { ClusterView } from "@hefboom/board";
import { expect, it } from "vitest";

import { arrange, drawnCards, isSameArrangement, siblingsOf } from "./arrange.ts";

const aCluster = (id: string, members: string[], changes: Partial<ClusterView> = {}) => ({
  id,
  title: id,
  lever: "h01",
  order: "a0",
  members,
  ...changes,
});

it("puts clusters first, in their order, and the cards in each in the board's order", () => {
  const clusters = [aCluster("groen", ["d", "b"]), aCluster("geld", ["a"])];

  const blocks = arrange(["a", "b", "c", "d"], clusters);

  expect(blocks).toMatchObject([
    { kind: "cluster", members: ["b", "d"] },
    { kind: "cluster", members: ["a"] },
    { kind: "card", cardId: "c" },
  ]);
});

it("leaves out members that are not here, and clusters without any", () => {
  const blocks = arrange(["a"], [aCluster("leeg", ["weg"]), aCluster("geld", ["a", "weg"])]);

  expect(blocks).toMatchObject([{ cluster: { id: "geld" }, members: ["a"] }]);
});

it("shows a card once, though two clusters claim it", () => {
  const blocks = arrange(["a", "b"], [aCluster("een", ["a"]), aCluster("twee", ["a", "b"])]);

  expect(drawnCards(blocks)).toEqual(["a", "b"]);
});

it("draws merged doubles as one card", () => {
  const clusters = [aCluster("dubbel", ["a", "c"], { isMerged: true }), aCluster("kop", ["b"])];

  expect(drawnCards(arrange(["a", "b", "c", "d"], clusters))).toEqual(["a", "b", "d"]);
});

it("takes another heading for the same arrangement, and other members for another", () => {
  const before = arrange(["a", "b"], [aCluster("x", ["a"])]);

  expect(
    isSameArrangement(before, arrange(["a", "b"], [aCluster("x", ["a"], { title: "y" })])),
  ).toBe(true);
  expect(isSameArrangement(before, arrange(["a", "b"], [aCluster("x", ["a", "b"])]))).toBe(false);
  expect(
    isSameArrangement(before, arrange(["a", "b"], [aCluster("x", ["a"], { isMerged: true })])),
  ).toBe(false);
});

it("moves a card among its own: those of its cluster, or those in none", () => {
  const blocks = arrange(["a", "b", "c", "d"], [aCluster("x", ["a", "d"])]);

  expect(siblingsOf(blocks, "d")).toEqual(["a", "d"]);
  expect(siblingsOf(blocks, "b")).toEqual(["b", "c"]);
});
