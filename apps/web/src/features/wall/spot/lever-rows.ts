import type { CardView } from "@hefboom/client";

import type { Block } from "../../../parts/cluster/arrange.ts";

/** A cluster, doubles or a card on a lever, in a line of its own. */
export interface LeverRow {
  readonly id: string;
  readonly kind: "heading" | "doubles" | "card";
  readonly words: string;
  readonly isQuote: boolean;
  /** Cards that this line stands for. */
  readonly count: number;
}

const rank: Record<LeverRow["kind"], number> = { heading: 0, doubles: 1, card: 2 };

/** What lies on a lever: headings first, then doubles, each once, then what stands alone, in the board's order. */
export function rowsOnLever(
  blocks: readonly Block[],
  cards: ReadonlyMap<string, CardView>,
): LeverRow[] {
  return blocks
    .flatMap((block) => rowOf(block, cards) ?? [])
    .sort((a, b) => rank[a.kind] - rank[b.kind]);
}

function rowOf(block: Block, cards: ReadonlyMap<string, CardView>): LeverRow | undefined {
  const members = block.kind === "card" ? [block.cardId] : block.members;
  const first = cards.get(members[0] ?? "");
  if (first === undefined) return undefined;
  const words = { words: first.text, isQuote: first.kind === "quote", count: members.length };
  if (block.kind === "card") return { ...words, id: first.id, kind: "card" };
  const { id, title, isMerged } = block.cluster;
  if (isMerged === true) return { ...words, id, kind: members.length > 1 ? "doubles" : "card" };
  return title === ""
    ? { ...words, id, kind: "heading" }
    : { id, kind: "heading", words: title, isQuote: false, count: members.length };
}
