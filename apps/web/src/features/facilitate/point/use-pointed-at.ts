import type { BoardView } from "@hefboom/client";

import { useBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";

/** Longest piece of a card's text that names it. */
const NAME_LENGTH = 40;

export const shortText = (text: string) =>
  text.length > NAME_LENGTH ? `${text.slice(0, NAME_LENGTH).trimEnd()}…` : text;

/** What everybody is made to look at, in words; `undefined`: nothing. */
export function usePointedAt(): string | undefined {
  const text = useText();
  const say = useLocalise();
  const lever = useBoard((view) => view.levers.find(({ id }) => id === targetOf(view, "lever")));
  const card = useBoard((view) => view.cards.get(targetOf(view, "card") ?? ""));
  const cluster = useBoard((view) =>
    view.clusters.find(({ id }) => id === targetOf(view, "cluster")),
  );
  const kind = useBoard(({ meta }) => meta.spotlight?.kind);
  if (lever) return `${lever.number}. ${say(lever.title)}`;
  if (card) return `“${shortText(card.text)}”`;
  if (cluster?.title) return cluster.title;
  return kind && text(`lead.look.a.${kind}`);
}

function targetOf({ meta: { spotlight } }: BoardView, kind: "lever" | "card" | "cluster") {
  return spotlight?.kind === kind ? spotlight.id : undefined;
}
