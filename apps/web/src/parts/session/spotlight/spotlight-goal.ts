import type { Spotlight } from "@hefboom/board";
import type { BoardView } from "@hefboom/client";

import { clusterOf } from "../../cluster/use-blocks.ts";

/** Where the spotlight leads on this page. */
export interface SpotlightGoal {
  readonly lever: string | null;
  /** Card to bring into view: the one pointed at, the one that stands for its doubles, or a cluster's first. */
  readonly cardId?: string;
}

/** `undefined`: nothing is pointed at, or what was is not there (any more). */
export function spotlightGoal(
  view: Pick<BoardView, "levers" | "cards" | "cardIdsOn" | "clusters">,
  spotlight: Pick<Spotlight, "kind" | "id"> | null,
): SpotlightGoal | undefined {
  if (spotlight === null) return undefined;
  const { kind, id } = spotlight;
  if (kind === "lever")
    return view.levers.some((each) => each.id === id) ? { lever: id } : undefined;
  if (kind === "cluster") {
    const cluster = view.clusters.find((each) => each.id === id);
    return cluster && firstOf(view, cluster);
  }
  const card = view.cards.get(id);
  if (card === undefined || card.held !== undefined) return undefined;
  const cluster = clusterOf(view.clusters, card);
  if (cluster?.isMerged === true) return firstOf(view, cluster);
  return { lever: card.place.lever, cardId: id };
}

function firstOf(
  { cardIdsOn }: Pick<BoardView, "cardIdsOn">,
  { lever, members }: { lever: string | null; members: readonly string[] },
): SpotlightGoal | undefined {
  const cardId = cardIdsOn.get(lever)?.find((each) => members.includes(each));
  return cardId === undefined ? undefined : { lever, cardId };
}
