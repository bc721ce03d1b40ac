import { sessionOf } from "../../document/board-state.ts";
import { clustersOf, placesOf } from "../../document/roots.ts";
import { HEADING_MAX_LENGTH } from "../../model/cluster-schema.ts";
import { isStorable } from "../../words/clean-text.ts";
import type { ClusterCommand } from "../command-schema.ts";
import { type Judgement, type Judging, judgeLock, judgeRight } from "../judging.ts";
import type { Inverse } from "../past/inverse-schema.ts";
import { otherClustersWith } from "./other-clusters.ts";

/** Nobody reads more headings than that, and a heading is no place to write a board full. */
const CLUSTERS_MAX = 500;

export function judgeCluster(judging: Judging, command: ClusterCommand): Judgement {
  const { doc } = judging;
  const right = judgeRight(judging, "cluster");
  if (right !== undefined) return right;
  const { clusterId, title, members } = command;
  const isNew = !clustersOf(doc).has(clusterId);
  if (isNew && clustersOf(doc).size >= CLUSTERS_MAX) return "board-full";
  const places = members.map((cardId) => placesOf(doc).get(cardId));
  const lever = places[0]?.lever;
  if (lever === undefined || places.includes(undefined)) return "not-found";
  if (places.some((place) => place?.lever !== lever)) return "invalid";
  const cards = new Set(members);
  if (cards.size < members.length || !isHeading(title)) return "invalid";
  return (
    judgeHeading(judging, clusterId, title) ?? judgeLocks(judging, { clusterId, cards, lever })
  );
}

export function judgeUncluster(judging: Judging, clusterId: string): Judgement {
  const right = judgeRight(judging, "cluster");
  if (right !== undefined) return right;
  const cluster = clustersOf(judging.doc).get(clusterId);
  return cluster === undefined ? "not-found" : judgeLock(judging, cluster.lever);
}

/** Whether clusters may be put back as they were: within the same bounds as if they were made anew. */
export function judgeClustersBack(
  judging: Judging,
  { clusters }: Extract<Inverse, { op: "clusters" }>,
): Judgement {
  const right = judgeRight(judging, "cluster");
  if (right !== undefined) return right;
  const now = clustersOf(judging.doc);
  const more = clusters.filter(({ clusterId, before }) => before && !now.has(clusterId)).length;
  if (more > 0 && now.size + more > CLUSTERS_MAX) return "board-full";
  return firstRefusal(
    clusters.flatMap(({ clusterId, before, left }) => [
      before && judgeHeading(judging, clusterId, before.title),
      before && judgeLock(judging, before.lever),
      left && judgeLock(judging, left.lever),
    ]),
  );
}

/** The lever of the cards, and wherever a cluster is that this changes: it may still be on the lever that they left. */
function judgeLocks(
  judging: Judging,
  command: { clusterId: string; cards: ReadonlySet<string>; lever: string | null },
): Judgement {
  const { clusterId, cards, lever } = command;
  const own = clustersOf(judging.doc).get(clusterId);
  const others = otherClustersWith(judging.doc, new Set([clusterId]), cards);
  const levers = [lever, ...others.map(([, cluster]) => cluster.lever)];
  if (own !== undefined) levers.push(own.lever);
  return firstRefusal([...new Set(levers)].map((each) => judgeLock(judging, each)));
}

/** With moderation on somebody of the staff reads words before all see them; a heading has nobody to read it first. */
function judgeHeading({ doc, actor }: Judging, clusterId: string, title: string): Judgement {
  if (actor.role !== "participant" || sessionOf(doc).settings.isModerated !== true)
    return undefined;
  const heading = title.normalize("NFC").trim();
  const isKnown = heading === "" || heading === clustersOf(doc).get(clusterId)?.title;
  return isKnown ? undefined : "not-allowed";
}

function firstRefusal(judgements: readonly (Judgement | null)[]): Judgement {
  return judgements.find((refused) => refused) ?? undefined;
}

function isHeading(title: string): boolean {
  return isStorable(title) && title.normalize("NFC").length <= HEADING_MAX_LENGTH;
}
