import type { Box } from "@hefboom/board";

import { type Camera, clampZoom, type Size } from "./camera.ts";

/** Free border of a fitted board on each side in CSS px; `bottom` leaves room for the buttons. */
interface Margins {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}
const MARGINS: Margins = { side: 32, top: 24, bottom: 88 };

/**
 * Camera that shows `content` centred in `viewport`.
 * @param content box in board units; `width` and `height` > 0
 * @param viewport size of the drawing area in CSS px
 */
export function fitCamera(content: Box, viewport: Size, margins: Margins = MARGINS): Camera {
  const room = {
    width: Math.max(1, viewport.width - 2 * margins.side),
    height: Math.max(1, viewport.height - margins.top - margins.bottom),
  };
  const zoom = clampZoom(Math.min(room.width / content.width, room.height / content.height, 1));
  return {
    zoom,
    x: content.x - (margins.side + (room.width - content.width * zoom) / 2) / zoom,
    y: content.y - (margins.top + (room.height - content.height * zoom) / 2) / zoom,
  };
}
