import type * as Y from "yjs";

import type { Cluster } from "../model/cluster-schema.ts";
import { clustersOf } from "./roots.ts";

export interface ClusterView extends Cluster {
  readonly id: string;
}

/** All clusters, those of one lever in their order; members that are gone or lie elsewhere are still in them. */
export function readClusters(doc: Y.Doc): ClusterView[] {
  const clusters: ClusterView[] = [];
  for (const [id, cluster] of clustersOf(doc)) clusters.push({ ...cluster, id });
  return clusters.sort((a, b) =>
    a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1,
  );
}
