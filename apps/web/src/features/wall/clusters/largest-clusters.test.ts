import type { ClusterView } from "@hefboom/board";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { largestClusters } from "./largest-clusters.ts";

const cards = new Map<string, CardView>(
  ["a", "b", "c", "d"].map((id) => [
    id,
    {
      id,
      kind: "note",
      text: id,
      place: { lever: "h01", order: "a0" },
      saving: "saved",
      isOwn: false,
    },
  ]),
);
const aCluster = (id: string, title: string, members: readonly string[]): ClusterView => ({
  id,
  title,
  lever: "h01",
  order: "a0",
  members: [...members],
});

it("gives the largest first, by the cards that are there", () => {
  const clusters = [
    aCluster("gone", "Weg", ["x", "y", "z"]),
    aCluster("one", "Een", ["a", "x", "y"]),
    aCluster("nameless", " ", ["a", "b"]),
    aCluster("three", "Drie", ["b", "c", "d"]),
    aCluster("two", "Twee", ["a", "b"]),
  ];

  const found = largestClusters(clusters, cards, 2);

  expect(found.map(({ cluster, size }) => [cluster.title, size])).toEqual([
    ["Drie", 3],
    ["Twee", 2],
  ]);
});
