import { memo } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { CardFace } from "../../../parts/card/card-face.tsx";
import { openCard, useScreen } from "../../../parts/screen/screen-store.ts";
import { useText } from "../../../texts/use-text.ts";
import css from "./canvas-card.module.css";

interface CanvasCardProps {
  cardId: string;
  x: number;
  y: number;
  /** Number in its lever, from 1. */
  position: number;
  count: number;
  isTabStop: boolean;
  isFar: boolean;
  onFocus: (cardId: string) => void;
}

/** A card on the canvas; drawn anew only when it, its place or its role for the keyboard is another. */
export const CanvasCard = memo(function CanvasCard(props: CanvasCardProps) {
  const { cardId, x, y, position, count, isTabStop, isFar, onFocus } = props;
  const text = useText();
  const card = useBoard(({ cards }) => cards.get(cardId));
  const isNew = useScreen(({ cardToShow }) => cardToShow === cardId);
  if (card === undefined) return null;
  return (
    <li
      aria-posinset={position}
      aria-setsize={count}
      className={css.place}
      data-card={cardId}
      data-fresh={isNew || undefined}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      {isFar ? (
        <div className={css.far} data-kind={card.kind} />
      ) : (
        <CardFace card={card} maxLines={4} />
      )}
      <button
        className={css.open}
        onClick={() => openCard(cardId)}
        onFocus={() => onFocus(cardId)}
        tabIndex={isTabStop ? 0 : -1}
        type="button"
      >
        <span className="visually-hidden">
          {text("card.open", { text: card.text.slice(0, 60) })}
        </span>
      </button>
    </li>
  );
});
