import type { CardView } from "@hefboom/client";
import { useEffect, useMemo, useRef, useState } from "react";

import type { WallCards } from "../clusters/use-wall-cards.ts";
import { noteArrivals } from "./arrivals.ts";
import { nextCard, readingTimeMs } from "./rotation.ts";

const NEWEST = 3;

type Cards = ReadonlyMap<string, CardView>;

/** The card to read now, and the newest ones, newest first; of merged doubles the one that stands for them. */
export function useTurn({ cards: all, doubles }: WallCards): {
  current: CardView | undefined;
  newest: readonly CardView[];
} {
  const cards = useMemo(() => withoutDoubles(all, doubles.standsFor), [all, doubles]);
  const order = useArrivals(cards);
  const current = useRotation(cards, order);
  const newest = order.slice(0, NEWEST).flatMap((id) => cards.get(id) ?? []);
  return { current: current === undefined ? undefined : cards.get(current), newest };
}

function withoutDoubles(all: Cards, standsFor: ReadonlyMap<string, string>): Cards {
  if (standsFor.size === 0) return all;
  return new Map([...all].filter(([id]) => (standsFor.get(id) ?? id) === id));
}

function useArrivals(cards: Cards): readonly string[] {
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

function useRotation(cards: Cards, order: readonly string[]): string | undefined {
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
