import type { ClusterView } from "@hefboom/board";
import type { BoardView } from "@hefboom/client";

/** What cards can be put with. */
export type Goal =
  | { readonly kind: "new"; readonly value: string; readonly label: string }
  | {
      readonly kind: "cluster";
      readonly value: string;
      readonly label: string;
      readonly into: ClusterView;
    }
  | {
      readonly kind: "card";
      readonly value: string;
      readonly label: string;
      readonly cardId: string;
    };

interface Around {
  readonly clusters: readonly ClusterView[];
  readonly cards: BoardView["cards"];
  /** All cards of the lever in their order. */
  readonly onLever: readonly string[];
  /** The cards that are to be put somewhere. */
  readonly cardIds: readonly string[];
}
const FIRST_WORDS = 50;

/** The clusters of the lever that do not hold all of the cards yet, and its cards that stand in none. */
export function goalsFor({ clusters, cards, onLever, cardIds }: Around, untitled: string): Goal[] {
  const taken = new Set(clusters.flatMap(({ members }) => members));
  const together = clusters
    .filter(({ members }) => !cardIds.every((id) => members.includes(id)))
    .map((into): Goal => {
      const words = into.title || wordsOf(cards, into.members) || untitled;
      return { kind: "cluster", value: into.id, label: words, into };
    });
  const loose = onLever
    .filter((id) => !taken.has(id) && !cardIds.includes(id) && cards.get(id)?.held === undefined)
    .map(
      (cardId): Goal => ({
        kind: "card",
        value: cardId,
        label: wordsOf(cards, [cardId]),
        cardId,
      }),
    );
  return [...together, ...loose];
}

/** The first words of the first of these cards that is there. */
function wordsOf(cards: BoardView["cards"], cardIds: readonly string[]): string {
  const card = cardIds.map((id) => cards.get(id)).find((each) => each !== undefined);
  if (card === undefined) return "";
  return card.text.length > FIRST_WORDS ? `${card.text.slice(0, FIRST_WORDS)}…` : card.text;
}
