import type { ClusterView } from "@hefboom/board";
import type { BoardView, CardView } from "@hefboom/client";
import { useMemo } from "react";

import { useBoard } from "../../board/use-board.ts";
import { arrange, type Block } from "./arrange.ts";

/** What is looked up often, worked out once for each list of clusters: it stays `===` until one changes. */
interface Index {
  readonly onLever: ReadonlyMap<string | null, readonly ClusterView[]>;
  readonly ofCard: ReadonlyMap<string, ClusterView>;
}
const NONE: readonly never[] = [];
const indexes = new WeakMap<readonly ClusterView[], Index>();

function indexOf(clusters: readonly ClusterView[]): Index {
  const known = indexes.get(clusters);
  if (known !== undefined) return known;
  const onLever = new Map<string | null, ClusterView[]>();
  const ofCard = new Map<string, ClusterView>();
  for (const cluster of clusters) {
    const here = onLever.get(cluster.lever) ?? [];
    onLever.set(cluster.lever, [...here, cluster]);
    for (const id of cluster.members) if (!ofCard.has(id)) ofCard.set(id, cluster);
  }
  indexes.set(clusters, { onLever, ofCard });
  return { onLever, ofCard };
}

/** The clusters of one lever in their order. */
export function clustersOn(
  clusters: readonly ClusterView[],
  lever: string | null,
): readonly ClusterView[] {
  return indexOf(clusters).onLever.get(lever) ?? NONE;
}

/** The cluster that a card stands in; a member that lies on another lever stands in none. */
export function clusterOf(
  clusters: readonly ClusterView[],
  { id, place }: CardView,
): ClusterView | undefined {
  const cluster = indexOf(clusters).ofCard.get(id);
  return cluster?.lever === place.lever ? cluster : undefined;
}

/** How a lever's cards stand now. */
export function blocksOn(
  { cardIdsOn, clusters }: Pick<BoardView, "cardIdsOn" | "clusters">,
  lever: string | null,
): Block[] {
  return arrange(cardIdsOn.get(lever) ?? NONE, clustersOn(clusters, lever));
}

export function useBlocks(lever: string | null): readonly Block[] {
  const clusters = useBoard((view) => clustersOn(view.clusters, lever));
  const cardIds = useBoard(({ cardIdsOn }) => cardIdsOn.get(lever)) ?? NONE;
  return useMemo(() => arrange(cardIds, clusters), [cardIds, clusters]);
}
