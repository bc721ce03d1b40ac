import type { Camera } from "./camera.ts";

/** The canvas that is on the page now, for inspection; `undefined` while the list is shown. */
export const canvasHandle: {
  current: { camera(): Camera; setCamera(camera: Camera): void } | undefined;
} = { current: undefined };
