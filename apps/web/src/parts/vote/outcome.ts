import type { BallotState, ClusterView, Results } from "@hefboom/board";
import type { BoardView, CardView } from "@hefboom/client";

import type { Block } from "../cluster/arrange.ts";

/** The outcome of the vote that was opened last, once everybody may know it. */
export function outcomeToShow(
  ballot: BallotState | null,
  results: readonly Results[],
): Results | undefined {
  if (ballot === null || (ballot.isSecret && ballot.state !== "revealed")) return undefined;
  return results.find(({ ballotId }) => ballotId === ballot.id);
}

/** Dots that these got together. */
export function givenTo({ given }: Pick<Results, "given">, targets: readonly string[]): number {
  return targets.reduce((sum, target) => sum + (given.get(target) ?? 0), 0);
}

/** The longest bar: the most dots that one target got, merged doubles taken together; at least 1. */
export function mostGiven(
  { on, given }: Pick<Results, "on" | "given">,
  clusters: readonly ClusterView[],
): number {
  const merged = on === "card" ? clusters.filter(({ isMerged }) => isMerged === true) : [];
  const together = merged.map(({ members }) => givenTo({ given }, members));
  return Math.max(1, ...given.values(), ...together);
}

/** Dots by lever, whatever was voted on: those of its cards, of its clusters, or its own. */
export function dotsByLever(
  { on, given }: Pick<Results, "on" | "given">,
  { cards, clusters }: Pick<BoardView, "clusters"> & { cards: ReadonlyMap<string, CardView> },
): ReadonlyMap<string | null, number> {
  const byLever = new Map<string | null, number>();
  const headings = new Map(clusters.map((cluster) => [cluster.id, cluster.lever]));
  for (const [target, dots] of given) {
    const lever =
      on === "lever"
        ? target
        : on === "card"
          ? cards.get(target)?.place.lever
          : headings.get(target);
    if (lever !== undefined) byLever.set(lever, (byLever.get(lever) ?? 0) + dots);
  }
  return byLever;
}

/** Blocks with the most dots first; those with the same number stay in the board's order. */
export function byDots(blocks: readonly Block[], results: Pick<Results, "on" | "given">): Block[] {
  const dotsOf = (block: Block): number => {
    if (block.kind === "card") return givenTo(results, [block.cardId]);
    return givenTo(results, results.on === "cluster" ? [block.cluster.id] : block.members);
  };
  return [...blocks].sort((a, b) => dotsOf(b) - dotsOf(a));
}
