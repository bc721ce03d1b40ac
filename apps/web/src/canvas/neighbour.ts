import type { Box } from "@hefboom/board";

import { centre } from "./box.ts";
import type { Point } from "./camera.ts";

export type Direction = "left" | "right" | "up" | "down";

const unit: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
/** How much worse it is to be beside the way than further along it. */
const SIDEWAYS = 2.5;

/** The card that an arrow key goes to: the nearest in that direction, straight ahead rather than aside. */
export function neighbour(
  boxes: ReadonlyMap<string, Box>,
  from: string,
  direction: Direction,
): string | undefined {
  const start = boxes.get(from);
  if (start === undefined) return undefined;
  const origin = centre(start);
  const { x: dx, y: dy } = unit[direction];
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [id, box] of boxes) {
    const point = centre(box);
    const ahead = (point.x - origin.x) * dx + (point.y - origin.y) * dy;
    const aside = Math.abs((point.x - origin.x) * dy + (point.y - origin.y) * dx);
    const cost = ahead + SIDEWAYS * aside;
    if (id !== from && ahead > 1 && cost < bestCost) [best, bestCost] = [id, cost];
  }
  return best;
}
