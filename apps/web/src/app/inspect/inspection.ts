import type { BoardView } from "@hefboom/client";
import type { StoreApi } from "zustand/vanilla";
import type { Camera } from "../../canvas/camera.ts";
import { canvasHandle } from "../../canvas/canvas-handle.ts";

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}
/**
 * What `?inspect=1` puts on the window, for tests, measurements and support: it reads and moves the camera, nothing
 * else. Others rely on it as it is.
 */
interface Inspection {
  cards(): number;
  /** Whether everything that has arrived is on the screen. */
  shown(): boolean;
  camera(): Camera;
  setCamera(camera: Camera): void;
  /** In CSS px of the window; `undefined` for a card that is not drawn now. */
  rectOf(cardId: string): Rect | undefined;
  textOf(cardId: string): string | undefined;
}
declare global {
  interface Window {
    hefboom?: Inspection;
  }
}

const NO_CAMERA: Camera = { x: 0, y: 0, zoom: 1 };

export function offerInspection(store: StoreApi<BoardView>): void {
  let shownView = store.getState();
  store.subscribe((view) => {
    // React has drawn the view by the second frame after it changed.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        shownView = view;
      }),
    );
  });
  window.hefboom = {
    cards: () => store.getState().cards.size,
    shown: () => store.getState().isLoaded && shownView === store.getState(),
    camera: () => canvasHandle.current?.camera() ?? NO_CAMERA,
    setCamera: (camera) => canvasHandle.current?.setCamera(camera),
    rectOf: (cardId) => rectOf(cardId),
    textOf: (cardId) => store.getState().cards.get(cardId)?.text,
  };
}

function rectOf(cardId: string): Rect | undefined {
  const element = document.querySelector(`[data-card="${CSS.escape(cardId)}"]`);
  if (element === null) return undefined;
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}
