import type { ClusterView, LeverView, LocalisedText, Results } from "@hefboom/board";
import type { CardView } from "@hefboom/client";

import { type Doubles, membersOf } from "../clusters/doubles.ts";

interface Board {
  readonly cards: ReadonlyMap<string, CardView>;
  readonly doubles: Doubles;
  readonly clusters: readonly ClusterView[];
  readonly levers: readonly LeverView[];
}
/** Something that got votes, with words to know it by. */
export interface Voted {
  readonly id: string;
  readonly dots: number;
  readonly lever: string | null;
  readonly isQuote: boolean;
  readonly words: string | LocalisedText;
}

/** What got the most votes, the most first; doubles count together, and what has gone is not in it. */
export function topVoted(results: Results, board: Board, count: number): Voted[] {
  const given = new Map<string, number>();
  for (const [target, dots] of results.given) {
    const id = board.doubles.standsFor.get(target) ?? target;
    given.set(id, (given.get(id) ?? 0) + dots);
  }
  return [...given]
    .flatMap(([id, dots]) => {
      const what = describe(id, results.on, board);
      return what === undefined ? [] : [{ ...what, id, dots }];
    })
    .sort((a, b) => b.dots - a.dots || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}

function describe(
  id: string,
  on: Results["on"],
  { cards, clusters, levers }: Board,
): Omit<Voted, "id" | "dots"> | undefined {
  switch (on) {
    case "card": {
      const card = cards.get(id);
      return card && wordsOf(card);
    }
    case "cluster": {
      const cluster = clusters.find((each) => each.id === id);
      return cluster && { ...headingOf(cluster, cards), lever: cluster.lever };
    }
    case "lever": {
      const lever = levers.find((each) => each.id === id);
      return lever && { lever: id, isQuote: false, words: lever.title };
    }
  }
}

const wordsOf = ({ kind, text, place }: CardView) => ({
  lever: place.lever,
  isQuote: kind === "quote",
  words: text,
});

/** A cluster without a heading is known by the first of its cards. */
function headingOf(
  cluster: ClusterView,
  cards: ReadonlyMap<string, CardView>,
): { isQuote: boolean; words: string } {
  if (cluster.title !== "") return { isQuote: false, words: cluster.title };
  const [first] = membersOf(cluster, cards);
  return { isQuote: first?.kind === "quote", words: first?.text ?? "" };
}

/** The beginning of a text in at most so many letters, that ends with a whole word. */
export function wholeWords(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const start = text.slice(0, letters + 1);
  const end = start.search(/\s+\S*$/);
  return `${start.slice(0, end > 0 ? end : letters)}…`;
}
