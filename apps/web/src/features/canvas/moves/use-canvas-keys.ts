import type { BoardLayout } from "@hefboom/board";
import type { KeyboardEvent } from "react";

import type { CanvasView } from "../../../canvas/canvas-view.ts";
import { type Direction, neighbour } from "../../../canvas/neighbour.ts";
import { openCard } from "../../../parts/screen/screen-store.ts";

const directions: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const PAN_PX = 90;
const pans: Record<Direction, { x: number; y: number }> = {
  left: { x: PAN_PX, y: 0 },
  right: { x: -PAN_PX, y: 0 },
  up: { x: 0, y: PAN_PX },
  down: { x: 0, y: -PAN_PX },
};
const ZOOM_STEP = 1.25;

interface KeyDeps {
  view: CanvasView;
  layout: BoardLayout;
  focusCard: (cardId: string) => void;
}

/** Keys of the canvas: arrows go from card to card, or move the board when none has the focus; "m" moves a card. */
export function useCanvasKeys({ view, layout, focusCard }: KeyDeps) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const cardId = cardOf(event.target);
    const direction = directions[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      if (cardId === undefined) return view.pan(pans[direction]);
      const next = neighbour(layout.cards, cardId, direction);
      if (next !== undefined) focusCard(next);
      return;
    }
    if (event.key === "m" && cardId !== undefined) openCard(cardId, "move");
    else if (event.key === "+" || event.key === "=") view.zoom(ZOOM_STEP);
    else if (event.key === "-") view.zoom(1 / ZOOM_STEP);
    else if (event.key === "0") view.fit();
    else return;
    event.preventDefault();
  };
}

function cardOf(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>("[data-card]")?.dataset["card"];
}
