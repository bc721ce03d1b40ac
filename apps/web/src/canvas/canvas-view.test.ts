import { expect, it } from "vitest";

import { CanvasView } from "./canvas-view.ts";

it("offers nothing to press that would be smaller than 24 px", () => {
  const view = new CanvasView();
  const told: boolean[] = [];
  view.subscribe(() => told.push(view.drawn().isPressable));

  view.set({ x: 0, y: 0, zoom: 0.4 });
  view.set({ x: 0, y: 0, zoom: 0.399 });

  expect(told.at(0)).toBe(true);
  expect(told.at(-1)).toBe(false);
});
