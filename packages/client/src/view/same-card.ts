import { areSameLabels, isSamePlace } from "@hefboom/board";

import type { CardView } from "../board-view.ts";

const FIELDS = [
  "id",
  "text",
  "saving",
  "isOwn",
  "held",
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
