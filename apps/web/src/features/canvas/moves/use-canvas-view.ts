import type { BoardLayout } from "@hefboom/board";
import { type RefObject, useEffect, useLayoutEffect, useState } from "react";

import { grow } from "../../../canvas/box.ts";
import { canvasHandle } from "../../../canvas/canvas-handle.ts";
import { CanvasView } from "../../../canvas/canvas-view.ts";

/** Border around the board in board units: the islands' ground reaches a little beyond their levers. */
const BORDER = 28;

interface CanvasElements {
  viewport: RefObject<HTMLElement | null>;
  layer: RefObject<HTMLElement | null>;
}

/** The camera of this canvas, tied to its elements and to the size of the board. */
export function useCanvasView({ viewport, layer }: CanvasElements, layout: BoardLayout) {
  const [view] = useState(() => new CanvasView());
  useLayoutEffect(() => view.setBounds(grow(layout.bounds, BORDER)), [view, layout]);
  useLayoutEffect(() => {
    const element = viewport.current;
    if (element === null) return;
    view.attach(layer.current ?? undefined);
    const measure = () => view.resize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      view.attach(undefined);
    };
  }, [view, viewport, layer]);
  useEffect(() => {
    canvasHandle.current = {
      camera: () => view.camera,
      setCamera: (camera) => view.set(camera),
    };
    return () => {
      canvasHandle.current = undefined;
    };
  }, [view]);
  return view;
}
