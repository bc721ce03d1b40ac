import type { Box } from "@hefboom/board";

import { type Camera, clampZoom, type Size } from "./camera.ts";

/** Free border of a fitted board on each side in CSS px; `bottom` leaves room for the buttons. */
interface Margins {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}
const MARGINS: Margins = { side: 32, top: 24, bottom: 88 };

/** Below this zoom nothing can be read: a board that is higher than that is shown from its top. */
const LEAST_ZOOM = 0.36;

/**
 * Camera that shows `content` centred in `viewport`, or its top when the whole would be too small to read.
 * @param content box in board units; `width` and `height` > 0
 * @param viewport size of the drawing area in CSS px
 */
export function fitCamera(content: Box, viewport: Size, margins: Margins = MARGINS): Camera {
  const room = {
    width: Math.max(1, viewport.width - 2 * margins.side),
    height: Math.max(1, viewport.height - margins.top - margins.bottom),
  };
  const forWidth = Math.min(room.width / content.width, 1);
  const forAll = Math.min(forWidth, room.height / content.height);
  const zoom = clampZoom(Math.max(forAll, Math.min(forWidth, LEAST_ZOOM)));
  const spare = (length: number, contentLength: number) =>
    Math.max(0, length - contentLength * zoom);
  return {
    zoom,
    x: content.x - (margins.side + spare(room.width, content.width) / 2) / zoom,
    y: content.y - (margins.top + spare(room.height, content.height) / 2) / zoom,
  };
}
