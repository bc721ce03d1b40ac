import { memo } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { CardFace } from "../../../parts/card/card-face.tsx";
import { openCard, useScreen } from "../../../parts/screen/screen-store.ts";
import { VotesOf } from "../../../parts/vote/votes-of.tsx";
import { useText } from "../../../texts/use-text.ts";
import css from "./canvas-card.module.css";
import type { CardGroup } from "./canvas-cards.tsx";

const FIRST_WORDS = 60;

interface CanvasCardProps extends Partial<CardGroup> {
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
  const { clusterId, heading, doubles, isFirst, isUnderHeading } = props;
  const text = useText();
  const card = useBoard(({ cards }) => cards.get(cardId));
  const isNew = useScreen(({ cardToShow }) => cardToShow === cardId);
  const cardIds = doubles?.split(" ") ?? [cardId];
  const isSpotlit = useBoard(
    ({ meta: { spotlight } }) => spotlight?.kind === "card" && cardIds.includes(spotlight.id),
  );
  if (card === undefined) return null;
  const words = card.text.slice(0, FIRST_WORDS);
  return (
    <li
      aria-posinset={position}
      aria-setsize={count}
      className={css.place}
      data-card={cardId}
      data-headed={isUnderHeading || undefined}
      data-fresh={isNew || undefined}
      data-spotlit={isSpotlit || undefined}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      {isFar ? (
        <div className={css.far} data-kind={card.kind} />
      ) : (
        <CardFace card={card} maxLines={4} times={cardIds.length} />
      )}
      <button
        className={css.open}
        onClick={() => openCard(cardId)}
        onFocus={() => onFocus(cardId)}
        tabIndex={isTabStop ? 0 : -1}
        type="button"
      >
        <span className="visually-hidden">
          {text("card.open", { text: words })}
          {heading && `. ${text("cluster.in", { title: heading })}`}
          {isSpotlit && `. ${text("spotlight.here")}`}
        </span>
      </button>
      {!isFar && card.held === undefined && (
        <div className={css.votes} data-canvas-control="">
          <VotesOf name={words} on="card" targets={cardIds} />
          {isFirst && clusterId !== undefined && (
            <VotesOf name={heading || words} on="cluster" targets={[clusterId]} />
          )}
        </div>
      )}
    </li>
  );
});
