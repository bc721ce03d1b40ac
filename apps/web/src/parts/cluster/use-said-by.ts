import type { CardView } from "@hefboom/client";

import { useBoard, useMe } from "../../board/use-board.ts";
import { useLocale, useText } from "../../texts/use-text.ts";
import { nameOf } from "../people/names.ts";

/** Who wrote these cards, in one line; empty when the board tells of none. */
export function useSaidBy(cardIds: readonly string[]): string {
  const text = useText();
  const locale = useLocale();
  const me = useMe();
  return useBoard(({ cards, people }) => {
    const counts = new Map<string, number>();
    for (const id of cardIds) {
      const card = cards.get(id);
      if (card === undefined || (card.author === undefined && card.via === undefined)) continue;
      const name = sayAuthor(card);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const names = [...counts].map(([name, count]) =>
      count > 1 ? text("people.several", { name, count }) : name,
    );
    return new Intl.ListFormat(locale).format(names);

    function sayAuthor({ author, via, speaker }: CardView): string {
      // Who is named on what a scribe wrote down said yes to it.
      if (via !== undefined) return (via === "scribe" && speaker) || text(`cluster.by.${via}`);
      if (author === me.personId) return text("person.you");
      return (author && nameOf(people, author)) || text("person.nameless");
    }
  });
}
