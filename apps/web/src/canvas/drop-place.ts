import { type BoardLayout, type Box, LEVER_HEADER, orderBetween, type Place } from "@hefboom/board";

import { centre, contains } from "./box.ts";
import type { Point } from "./camera.ts";

/** A card of the target lever, with where it lies now. */
export interface LyingCard {
  readonly id: string;
  readonly place: Place;
}
export interface Drop {
  readonly lever: string | null;
  readonly order: string;
  /** Where a bar shows that the card will come, in board units. */
  readonly mark: Box;
}

/** Lever under a point; `null` for the tray, `undefined` for none. */
export function leverAt(layout: BoardLayout, point: Point): string | null | undefined {
  for (const [id, box] of layout.levers) if (contains(box, point)) return id;
  return contains(layout.tray, point) ? null : undefined;
}

const MARK_WIDTH = 6;

/**
 * Where a card that is let go with its middle at `point` goes: on the lever under it, between the cards it lies between.
 * @param cards the lever's cards in their order, the dragged one left out
 */
export function dropAt(
  layout: BoardLayout,
  lever: string | null,
  cards: readonly LyingCard[],
  point: Point,
): Drop {
  const flowing = cards.filter(({ place }) => place.x === undefined);
  const index = slotFor(flowing, layout, point);
  const before = flowing[index - 1];
  const after = flowing[index];
  return {
    lever,
    order: orderBetween(before?.place.order ?? null, after?.place.order ?? null),
    mark: markAt(layout, lever, before, after),
  };
}

/** Index in `flowing` before which the point lies, read like a text: row by row, left to right. */
function slotFor(flowing: readonly LyingCard[], layout: BoardLayout, point: Point): number {
  const index = flowing.findIndex(({ id }) => {
    const box = layout.cards.get(id);
    if (box === undefined) return false;
    if (point.y < box.y) return true;
    return point.y < box.y + box.height && point.x < centre(box).x;
  });
  return index < 0 ? flowing.length : index;
}

function markAt(
  layout: BoardLayout,
  lever: string | null,
  before: LyingCard | undefined,
  after: LyingCard | undefined,
): Box {
  const afterBox = after && layout.cards.get(after.id);
  if (afterBox) return bar(afterBox, afterBox.x - MARK_WIDTH);
  const beforeBox = before && layout.cards.get(before.id);
  if (beforeBox) return bar(beforeBox, beforeBox.x + beforeBox.width);
  const box = (lever === null ? layout.tray : layout.levers.get(lever)) ?? layout.tray;
  const top = Math.min(LEVER_HEADER, box.height / 2);
  return {
    x: box.x + 8,
    y: box.y + top,
    width: MARK_WIDTH,
    height: Math.max(24, box.height - top - 16),
  };
}

function bar({ y, height }: Box, x: number): Box {
  return { x, y, width: MARK_WIDTH, height };
}
