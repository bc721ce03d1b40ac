import type { Block, CardBlock, ClusterBlock } from "../../../parts/cluster/arrange.ts";

/** A card in the list; `doubles`: it stands for these, merged. */
interface Item {
  readonly cardId: string;
  readonly doubles?: ClusterBlock;
}
type Segment =
  | { readonly kind: "cluster"; readonly block: ClusterBlock }
  | { readonly kind: "cards"; readonly items: readonly Item[] };

/** What stands under a heading, and the runs of cards between: merged doubles are one card among them. */
export function segmentsOf(blocks: readonly Block[]): Segment[] {
  const segments: Segment[] = [];
  let run: Item[] = [];
  for (const block of blocks) {
    if (block.kind === "cluster" && block.cluster.isMerged !== true) {
      segments.push({ kind: "cluster", block });
      run = [];
      continue;
    }
    if (run.length === 0) segments.push({ kind: "cards", items: run });
    run.push(itemOf(block));
  }
  return segments;
}

function itemOf(block: CardBlock | ClusterBlock): Item {
  if (block.kind === "card") return { cardId: block.cardId };
  return { cardId: block.members[0] ?? "", doubles: block };
}
