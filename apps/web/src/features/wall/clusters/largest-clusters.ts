import type { ClusterView } from "@hefboom/board";
import type { CardView } from "@hefboom/client";

import { membersOf } from "./doubles.ts";

export interface SizedCluster {
  readonly cluster: ClusterView;
  /** Cards that stand in it. */
  readonly size: number;
}

/** Those with a heading and the most cards, so that the hall sees where the weight is. */
export function largestClusters(
  clusters: readonly ClusterView[],
  cards: ReadonlyMap<string, CardView>,
  most: number,
): SizedCluster[] {
  return clusters
    .map((cluster) => ({ cluster, size: membersOf(cluster, cards).length }))
    .filter(({ cluster, size }) => cluster.title.trim() !== "" && size > 0)
    .sort((a, b) => b.size - a.size)
    .slice(0, most);
}
