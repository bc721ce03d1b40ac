import type { BoardLayout } from "@hefboom/board";
import { type RefObject, useEffect, useRef } from "react";

import { useOpenBoard } from "../../../board/use-board.ts";
import type { CanvasView } from "../../../canvas/canvas-view.ts";
import type { Drop } from "../../../canvas/drop-place.ts";
import { CanvasGestures } from "../../../canvas/gestures.ts";
import { CardDrag } from "./card-drag.ts";

interface GestureDeps {
  viewport: RefObject<HTMLElement | null>;
  layer: RefObject<HTMLElement | null>;
  view: CanvasView;
  layout: BoardLayout;
  onHold: (isHeld: boolean) => void;
  onTarget: (drop: Drop | undefined) => void;
}

/** Pans, zooms and drags; the listeners stay while layouts come and go. */
export function useGestures({ viewport, layer, view, layout, onHold, onTarget }: GestureDeps) {
  const board = useOpenBoard();
  const layoutNow = useRef(layout);
  useEffect(() => {
    layoutNow.current = layout;
  }, [layout]);
  useEffect(() => {
    if (viewport.current === null) return;
    const drag = new CardDrag({
      board,
      layout: () => layoutNow.current,
      layer: () => layer.current,
      onTarget,
    });
    const gestures = new CanvasGestures(viewport.current, view, {
      draggableAt: (target) => drag.draggableAt(target),
      onDragStart: (cardId) => drag.start(cardId),
      onDrag: (cardId, by) => drag.move(cardId, by),
      onDrop: (cardId) => drag.drop(cardId),
      onDragCancel: (cardId) => drag.cancel(cardId),
      onPoint: (at) => board.session.pointAt(at),
      onHold,
    });
    return () => {
      gestures[Symbol.dispose]();
      board.session.pointAt(undefined);
    };
  }, [board, view, viewport, layer, onHold, onTarget]);
}
