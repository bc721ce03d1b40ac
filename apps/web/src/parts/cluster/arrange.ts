import type { ClusterView } from "@hefboom/board";

/** Cards under one heading; `members` are those that are on the lever, in the board's order. */
export interface ClusterBlock {
  readonly kind: "cluster";
  readonly cluster: ClusterView;
  readonly members: readonly string[];
}
export interface CardBlock {
  readonly kind: "card";
  readonly cardId: string;
}
export type Block = ClusterBlock | CardBlock;

/**
 * The order inside a lever: clusters in their order, then the cards that are in none.
 * @param cardIds the lever's cards in the board's order
 * @param clusters those of the lever in their order; a cluster without a card here is left out
 */
export function arrange(cardIds: readonly string[], clusters: readonly ClusterView[]): Block[] {
  const clusterOf = new Map<string, ClusterView>();
  for (const cluster of clusters) {
    for (const id of cluster.members) if (!clusterOf.has(id)) clusterOf.set(id, cluster);
  }
  const members = new Map<ClusterView, string[]>(clusters.map((cluster) => [cluster, []]));
  const loose: CardBlock[] = [];
  for (const cardId of cardIds) {
    const cluster = clusterOf.get(cardId);
    if (cluster === undefined) loose.push({ kind: "card", cardId });
    else members.get(cluster)?.push(cardId);
  }
  const blocks: Block[] = [];
  for (const [cluster, ids] of members) {
    if (ids.length > 0) blocks.push({ kind: "cluster", cluster, members: ids });
  }
  return [...blocks, ...loose];
}

/** The cards that are drawn: of merged doubles the first stands for all. */
export function drawnCards(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "card") return [block.cardId];
    return block.cluster.isMerged === true ? block.members.slice(0, 1) : block.members;
  });
}

/** Whether two arrangements put the same cards in the same places; headings may differ. */
export function isSameArrangement(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, index) => keyOf(block) === keyOf(b[index]));
}

function keyOf(block: Block | undefined): string {
  if (block === undefined) return "";
  if (block.kind === "card") return block.cardId;
  const { cluster, members } = block;
  return [cluster.id, cluster.isMerged === true ? "one" : "", ...members].join(" ");
}

/** Where a card stands: its neighbours are the cards of its cluster, or those in none. */
export function siblingsOf(blocks: readonly Block[], cardId: string): readonly string[] {
  for (const block of blocks) {
    if (block.kind === "cluster" && block.members.includes(cardId)) return block.members;
  }
  return looseCards(blocks);
}

function looseCards(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === "card" ? [block.cardId] : []));
}
