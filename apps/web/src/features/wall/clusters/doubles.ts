import type { ClusterView } from "@hefboom/board";
import type { CardView } from "@hefboom/client";

type Cards = ReadonlyMap<string, CardView>;

/** Its cards that are there and lie where it lies; a cluster may name others, which went. */
export function membersOf(cluster: ClusterView, cards: Cards): CardView[] {
  return cluster.members.flatMap((id) => {
    const card = cards.get(id);
    return card !== undefined && card.place.lever === cluster.lever ? [card] : [];
  });
}

export interface Doubles {
  /** The card that stands for each double, and for itself, by card id. */
  readonly standsFor: ReadonlyMap<string, string>;
  /** How many say the same, by the id of the card that stands for them. */
  readonly countOf: ReadonlyMap<string, number>;
}

/** Merged cards are shown once: the first of them stands for all. */
export function doublesOf(clusters: readonly ClusterView[], cards: Cards): Doubles {
  const standsFor = new Map<string, string>();
  const countOf = new Map<string, number>();
  for (const cluster of clusters) {
    if (cluster.isMerged !== true) continue;
    const members = membersOf(cluster, cards);
    const [first] = members;
    if (first === undefined || members.length === 1) continue;
    for (const { id } of members) standsFor.set(id, first.id);
    countOf.set(first.id, members.length);
  }
  return { standsFor, countOf };
}
