import { type ClusterView, MEMBERS_MAX, newId } from "@hefboom/board";
import type { Asking, BoardView } from "@hefboom/client";

type Cards = BoardView["cards"];
type ClusterAsking = Extract<Asking, { op: "cluster" | "uncluster" }>;

interface Together {
  readonly title: string;
  /** The cluster they come to; `undefined`: a new one. */
  readonly into?: ClusterView | undefined;
  readonly isMerged?: boolean;
}

/** Puts cards of one lever together; `undefined` when none of them is on the board, "full" when they are too many for one cluster. */
export function putTogether(
  cards: Cards,
  cardIds: readonly string[],
  { title, into, isMerged = into?.isMerged === true }: Together,
): ClusterAsking | "full" | undefined {
  const [first] = cardIds;
  const lever = into?.lever ?? (first === undefined ? undefined : cards.get(first)?.place.lever);
  if (lever === undefined) return undefined;
  const wanted = new Set([...(into?.members ?? []), ...cardIds]);
  const members = onBoard(cards, [...wanted], lever);
  if (members.length === 0) return undefined;
  if (members.length > MEMBERS_MAX) return "full";
  const clusterId = into?.id ?? newId();
  return { op: "cluster", clusterId, title: title.trim(), members, ...(isMerged && { isMerged }) };
}

/** Takes one card out of its cluster; a cluster without cards is none. */
export function takeOut(cards: Cards, cluster: ClusterView, cardId: string): ClusterAsking {
  const { id: clusterId, lever, title, isMerged } = cluster;
  const staying = cluster.members.filter((each) => each !== cardId);
  const members = onBoard(cards, staying, lever);
  if (members.length === 0) return { op: "uncluster", clusterId };
  return { op: "cluster", clusterId, title, members, ...(isMerged === true && { isMerged }) };
}

/** The server takes only what is on the board and lies on the cluster's lever. */
function onBoard(cards: Cards, cardIds: readonly string[], lever: string | null): string[] {
  return cardIds.filter((id) => {
    const card = cards.get(id);
    return card !== undefined && card.held === undefined && card.place.lever === lever;
  });
}
