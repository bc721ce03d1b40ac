import type { BoardLayout } from "@hefboom/board";
import { useEffect } from "react";

import type { CanvasView } from "../../../canvas/canvas-view.ts";
import { useScreen } from "../../../parts/screen/screen-store.ts";

/** Brings the card that this person has just made or moved into view. */
export function useCardToShow(view: CanvasView, layout: BoardLayout): void {
  const cardToShow = useScreen((state) => state.cardToShow);
  const box = cardToShow === undefined ? undefined : layout.cards.get(cardToShow);
  const isThere = box !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each card, when it has a place; not with each layout
  useEffect(() => {
    if (box) view.show(box);
  }, [cardToShow, isThere]);
}
