import type { Box } from "@hefboom/board";

/** What is seen: `x`, `y` are the board point at the top left of the view, `zoom` CSS px per board unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

const ZOOM_MIN = 0.05;
const ZOOM_MAX = 4;

export const clampZoom = (zoom: number) => Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, zoom));

/** @param view point in CSS px from the top left of the view */
export function toBoard(camera: Camera, view: Point): Point {
  return { x: camera.x + view.x / camera.zoom, y: camera.y + view.y / camera.zoom };
}

/** Moves the board along with a finger: `by` in CSS px. */
export function panBy(camera: Camera, by: Point): Camera {
  return { ...camera, x: camera.x - by.x / camera.zoom, y: camera.y - by.y / camera.zoom };
}

/** Zooms so that the board point under `view` stays where it is. */
export function zoomAt(camera: Camera, view: Point, factor: number): Camera {
  const zoom = clampZoom(camera.zoom * factor);
  const fixed = toBoard(camera, view);
  return { x: fixed.x - view.x / zoom, y: fixed.y - view.y / zoom, zoom };
}

/** The part of the board that is seen, in board units. */
export function visibleBox(camera: Camera, viewport: Size): Box {
  return {
    x: camera.x,
    y: camera.y,
    width: viewport.width / camera.zoom,
    height: viewport.height / camera.zoom,
  };
}

/** Moves the camera as little as needed to see the whole box; what is larger than the view shows its top left. */
export function bringIntoView(camera: Camera, viewport: Size, box: Box, marginPx = 48): Camera {
  const seen = visibleBox(camera, viewport);
  const margin = marginPx / camera.zoom;
  return {
    ...camera,
    x: shift(seen.x, seen.width, box.x - margin, box.width + 2 * margin),
    y: shift(seen.y, seen.height, box.y - margin, box.height + 2 * margin),
  };
}

function shift(from: number, length: number, wanted: number, wantedLength: number): number {
  if (wanted < from || wantedLength > length) return wanted;
  return Math.max(from, wanted + wantedLength - length);
}

/** Keeps a corner of the board in view, so that nobody gets lost beside it. */
export function keepOnBoard(camera: Camera, viewport: Size, bounds: Box, leastPx = 120): Camera {
  const seen = visibleBox(camera, viewport);
  const least = leastPx / camera.zoom;
  const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return {
    ...camera,
    x: clamp(camera.x, bounds.x + least - seen.width, bounds.x + bounds.width - least),
    y: clamp(camera.y, bounds.y + least - seen.height, bounds.y + bounds.height - least),
  };
}
