import type * as Y from "yjs";

import { orderBetween } from "../../document/order.ts";
import { clustersOf, placesOf } from "../../document/roots.ts";
import type { Cluster } from "../../model/cluster-schema.ts";
import type { ClusterCommand } from "../command-schema.ts";
import type { Inverse } from "../past/inverse-schema.ts";
import { otherClustersWith } from "./other-clusters.ts";

type ClustersInverse = Extract<Inverse, { op: "clusters" }>;

/** Makes or changes a cluster. A card is in one at most: it leaves the one it was in, and what has no cards is none. */
export function applyCluster(doc: Y.Doc, command: ClusterCommand): ClustersInverse {
  const { clusterId, members, isMerged } = command;
  const changes = new Changes(doc);
  const cards = new Set(members);
  for (const [id, cluster] of otherClustersWith(doc, new Set([clusterId]), cards)) {
    const left = cluster.members.filter((each) => !cards.has(each));
    changes.set(id, left.length === 0 ? null : { ...cluster, members: left });
  }
  const lever = placesOf(doc).get(members[0] ?? "")?.lever ?? null;
  const before = clustersOf(doc).get(clusterId);
  const title = command.title.normalize("NFC").trim();
  const order = before?.lever === lever ? before.order : lastOrder(doc, lever);
  changes.set(clusterId, { title, lever, order, members, ...(isMerged === true && { isMerged }) });
  return changes.inverse;
}

export function applyUncluster(doc: Y.Doc, clusterId: string): ClustersInverse {
  const changes = new Changes(doc);
  changes.set(clusterId, null);
  return changes.inverse;
}

/** Puts clusters back as they were. */
export function putBackClusters(doc: Y.Doc, { clusters }: ClustersInverse): ClustersInverse {
  const changes = new Changes(doc);
  for (const { clusterId, before } of clusters) changes.set(clusterId, before);
  return changes.inverse;
}

/** Whether all of them are as the command left them, and none of their cards has gone into another one since. */
export function areClustersAsLeft(doc: Y.Doc, { clusters }: ClustersInverse): boolean {
  const ids = new Set(clusters.map(({ clusterId }) => clusterId));
  const cards = new Set(clusters.flatMap(({ before }) => before?.members ?? []));
  if (otherClustersWith(doc, ids, cards).length > 0) return false;
  return clusters.every(({ clusterId, left }) => {
    const now = clustersOf(doc).get(clusterId) ?? null;
    return JSON.stringify(now) === JSON.stringify(left); // both were written here, key by key in the same order
  });
}

/** Changes clusters and keeps how they were. */
class Changes {
  readonly inverse: ClustersInverse = { op: "clusters", clusters: [] };
  readonly #doc: Y.Doc;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  set(clusterId: string, left: Cluster | null): void {
    const clusters = clustersOf(this.#doc);
    const before = clusters.get(clusterId) ?? null;
    if (left === null) clusters.delete(clusterId);
    else clusters.set(clusterId, left);
    this.inverse.clusters.push({ clusterId, before, left });
  }
}

function lastOrder(doc: Y.Doc, lever: string | null): string {
  let last: string | null = null;
  for (const cluster of clustersOf(doc).values()) {
    if (cluster.lever === lever && (last === null || cluster.order > last)) last = cluster.order;
  }
  return orderBetween(last, null);
}
