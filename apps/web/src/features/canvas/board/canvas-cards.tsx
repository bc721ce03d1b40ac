import type { BoardLayout } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import css from "./canvas-board.module.css";
import { CanvasCard } from "./canvas-card.tsx";

export interface CanvasCardsProps {
  lever: string | null;
  layout: BoardLayout;
  /** Cards to be drawn; `undefined`: all. */
  visible: ReadonlySet<string> | undefined;
  /** The one card that Tab stops at; arrows go on from there. */
  tabStop: string | undefined;
  onFocusCard: (cardId: string) => void;
  isFar: boolean;
}
const NO_CARDS: readonly string[] = [];

/** A lever's cards as a real list; each knows its number in it, though those out of sight may be left out. */
export function CanvasCards(props: CanvasCardsProps) {
  const { lever, layout, visible, tabStop, onFocusCard, isFar } = props;
  const cardIds = useBoard(({ cardIdsOn }) => cardIdsOn.get(lever)) ?? NO_CARDS;
  if (cardIds.length === 0) return null;
  return (
    <ul className={css.cards}>
      {cardIds.map((cardId, index) => {
        const box = layout.cards.get(cardId);
        if (box === undefined) return null;
        if (visible && !visible.has(cardId) && cardId !== tabStop) return null;
        return (
          <CanvasCard
            cardId={cardId}
            count={cardIds.length}
            isFar={isFar}
            isTabStop={cardId === tabStop}
            key={cardId}
            onFocus={onFocusCard}
            position={index + 1}
            x={box.x}
            y={box.y}
          />
        );
      })}
    </ul>
  );
}
