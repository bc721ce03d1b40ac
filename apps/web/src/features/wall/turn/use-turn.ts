import type { CardView } from "@hefboom/client";
import { useEffect, useRef, useState } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { noteArrivals } from "./arrivals.ts";
import { nextCard, readingTimeMs } from "./rotation.ts";

const NEWEST = 3;

/** The card to read now, and the newest ones, newest first. */
export function useTurn(): { current: CardView | undefined; newest: readonly CardView[] } {
  const cards = useBoard((view) => view.cards);
  const order = useArrivals(cards);
  const current = useRotation(cards, order);
  const newest = order.slice(0, NEWEST).flatMap((id) => cards.get(id) ?? []);
  return { current: current === undefined ? undefined : cards.get(current), newest };
}

function useArrivals(cards: ReadonlyMap<string, CardView>): readonly string[] {
  const [order, setOrder] = useState<readonly string[]>(() => noteArrivals([], cards.values()));
  useEffect(() => {
    setOrder((known) => {
      const next = noteArrivals(known, cards.values());
      return next.length === known.length && next.every((id, index) => id === known[index])
        ? known
        : next;
    });
  }, [cards]);
  return order;
}

function useRotation(
  cards: ReadonlyMap<string, CardView>,
  order: readonly string[],
): string | undefined {
  // A new object for each turn, so that a card which is alone gets its turn again and again.
  const [turn, setTurn] = useState<{ readonly id: string | undefined }>({ id: undefined });
  const latest = useRef({ cards, order });
  latest.current = { cards, order };
  const shown = useRef(new Set<string>());
  const isGone = turn.id === undefined || !order.includes(turn.id);
  useEffect(() => {
    const advance = () =>
      setTurn(({ id }) => ({ id: nextCard(latest.current.order, id, shown.current) }));
    if (isGone) {
      if (latest.current.order.length > 0) advance();
      return;
    }
    if (turn.id !== undefined) shown.current.add(turn.id);
    const text = (turn.id && latest.current.cards.get(turn.id)?.text) || "";
    const timer = setTimeout(advance, readingTimeMs(text));
    return () => clearTimeout(timer);
  }, [turn, isGone]);
  return isGone ? order[0] : turn.id;
}
