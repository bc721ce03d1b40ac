import type { ClusterView } from "@hefboom/board";
import { expect, it } from "vitest";

import { arrange } from "../../../parts/cluster/arrange.ts";
import { segmentsOf } from "./segments.ts";

const aCluster = (id: string, members: string[], isMerged = false): ClusterView => ({
  id,
  title: id,
  lever: "h01",
  order: id,
  members,
  ...(isMerged && { isMerged }),
});

it("lists headings apart, and merged doubles as one card among the others", () => {
  const clusters = [aCluster("k", ["a"]), aCluster("l", ["b", "c"], true)];

  const segments = segmentsOf(arrange(["a", "b", "c", "d"], clusters));

  expect(segments).toMatchObject([
    { kind: "cluster", block: { members: ["a"] } },
    { kind: "cards", items: [{ cardId: "b", doubles: { members: ["b", "c"] } }, { cardId: "d" }] },
  ]);
});

it("begins a new run of cards after each heading", () => {
  const [cluster, ...cards] = arrange(["a", "b", "c"], [aCluster("k", ["a"])]);
  const [b, c] = cards;
  if (!cluster || !b || !c) throw new Error("three blocks");

  expect(segmentsOf([b, cluster, c]).map(({ kind }) => kind)).toEqual([
    "cards",
    "cluster",
    "cards",
  ]);
});
