import type { ClusterView } from "@hefboom/board";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { arrange } from "../../../parts/cluster/arrange.ts";
import { rowsOnLever } from "./lever-rows.ts";

const aCard = (id: string): CardView => ({
  id,
  kind: "note",
  text: `woorden van ${id}`,
  place: { lever: "h01", order: id },
  saving: "saved",
  isOwn: false,
});
const cardIds = ["a", "b", "c", "d", "e"];
const cards = new Map(cardIds.map((id) => [id, aCard(id)]));
const aCluster = (id: string, members: string[], changes: Partial<ClusterView>): ClusterView => ({
  id,
  members,
  title: "",
  lever: "h01",
  order: id,
  ...changes,
});

it("puts headings first, then doubles once, then what stands alone", () => {
  const clusters = [
    aCluster("k", ["d", "e"], { isMerged: true }),
    aCluster("l", ["b", "c", "gone"], { title: "Licht" }),
  ];

  const rows = rowsOnLever(arrange(cardIds, clusters), cards);

  expect(rows.map(({ kind, words, count }) => [kind, words, count])).toEqual([
    ["heading", "Licht", 2],
    ["doubles", "woorden van d", 2],
    ["card", "woorden van a", 1],
  ]);
});

it("knows a cluster without a heading by its first card, and one double alone as a card", () => {
  const clusters = [
    aCluster("k", ["b", "gone"], { isMerged: true }),
    aCluster("l", ["a", "c"], {}),
  ];

  const rows = rowsOnLever(arrange(["a", "b", "c"], clusters), cards);

  expect(rows.map(({ kind, words }) => [kind, words])).toEqual([
    ["heading", "woorden van a"],
    ["card", "woorden van b"],
  ]);
});
