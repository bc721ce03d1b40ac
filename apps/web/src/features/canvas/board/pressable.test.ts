import { expect, it } from "vitest";

import { CanvasView } from "../../../canvas/canvas-view.ts";
import board from "./canvas-board.module.css?raw";
import card from "./canvas-card.module.css?raw";

/** The least of WCAG 2.5.8, in CSS px. */
const LEAST_PX = 24;

/** How large the buttons are at the level that is seen at the least zoom at which they are offered, in board units. */
function sizeOf(css: string): number {
  const middle = /data-level="middle"\]\) [^{]*\.votes[^{]*\{\s*--vote-size: (\d+)px/.exec(css);
  return Number(middle?.[1]);
}

it.each([
  ["a card", card],
  ["a lever", board],
])("offers no button to vote with on %s that is smaller than 24 px", (_, css) => {
  const view = new CanvasView();
  const leastZoom = LEAST_PX / sizeOf(css);

  view.set({ x: 0, y: 0, zoom: leastZoom });
  const atLeast = view.drawn();
  view.set({ x: 0, y: 0, zoom: leastZoom - 0.001 });

  expect(atLeast.level).toBe("middle");
  expect(view.drawn().isPressable).toBe(false);
});
