import type { Labels, Place } from "@hefboom/board";

import type { CardView } from "./board-view.ts";

const FIELDS = [
  "id",
  "text",
  "saving",
  "isOwn",
  "kind",
  "lang",
  "speaker",
  "passage",
  "via",
  "author",
  "at",
] as const satisfies readonly (keyof CardView)[];

/** Whether two views of a card show the same, so that the older object may stay. */
export function isSameCard(a: CardView, b: CardView): boolean {
  return (
    FIELDS.every((field) => a[field] === b[field]) &&
    isSamePlace(a.place, b.place) &&
    areSameLabels(a.labels, b.labels)
  );
}

function isSamePlace(a: Place, b: Place): boolean {
  return a === b || (a.lever === b.lever && a.order === b.order && a.x === b.x && a.y === b.y);
}

function areSameLabels(a: Labels = {}, b: Labels = {}): boolean {
  if (a === b) return true;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
