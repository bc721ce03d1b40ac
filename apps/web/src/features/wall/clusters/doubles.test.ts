import type { ClusterView } from "@hefboom/board";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { doublesOf, membersOf } from "./doubles.ts";

const aCard = (id: string, lever: string | null = "h01"): CardView => ({
  id,
  kind: "note",
  text: id,
  place: { lever, order: "a0" },
  saving: "saved",
  isOwn: false,
});
const cards = new Map(["a", "b", "c"].map((id) => [id, aCard(id)]));
const aCluster = (changes: Partial<ClusterView>): ClusterView => ({
  id: "k",
  title: "",
  lever: "h01",
  order: "a0",
  members: ["a", "b"],
  ...changes,
});

it("knows the members that are there, on the cluster's own lever", () => {
  const all = new Map([...cards, ["far", aCard("far", "h02")]]);
  const cluster = aCluster({ members: ["gone", "b", "far", "a"] });

  expect(membersOf(cluster, all).map(({ id }) => id)).toEqual(["b", "a"]);
});

it("lets the first of merged cards stand for all of them", () => {
  const { standsFor, countOf } = doublesOf([aCluster({ isMerged: true })], cards);

  expect([...standsFor]).toEqual([
    ["a", "a"],
    ["b", "a"],
  ]);
  expect([...countOf]).toEqual([["a", 2]]);
});

it("finds no doubles in a cluster with a heading, nor where one card is left", () => {
  const clusters = [aCluster({}), aCluster({ isMerged: true, members: ["gone", "c"] })];

  expect(doublesOf(clusters, cards).countOf.size).toBe(0);
});
