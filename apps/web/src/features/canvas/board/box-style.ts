import type { Box } from "@hefboom/board";
import type { CSSProperties } from "react";

/** Puts an element where the layout has its box, in board units. */
export function boxStyle({ x, y, width, height }: Box): CSSProperties {
  return { transform: `translate(${x}px, ${y}px)`, width, height };
}
