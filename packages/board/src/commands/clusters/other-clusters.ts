import type * as Y from "yjs";

import { clustersOf } from "../../document/roots.ts";
import type { Cluster } from "../../model/cluster-schema.ts";

/** Clusters but for `clusterIds` that have one of these cards. */
export function otherClustersWith(
  doc: Y.Doc,
  clusterIds: ReadonlySet<string>,
  members: ReadonlySet<string>,
): [id: string, cluster: Cluster][] {
  const found: [string, Cluster][] = [];
  for (const [id, cluster] of clustersOf(doc)) {
    if (clusterIds.has(id)) continue;
    if (cluster.members.some((each) => members.has(each))) found.push([id, cluster]);
  }
  return found;
}
