import type { Labels } from "../model/card-schema.ts";
import type { Place } from "../model/place-schema.ts";

export function isSamePlace(a: Place, b: Place): boolean {
  return a === b || (a.lever === b.lever && a.order === b.order && a.x === b.x && a.y === b.y);
}

/** No labels and an empty set of them are the same. */
export function areSameLabels(a: Labels = {}, b: Labels = {}): boolean {
  if (a === b) return true;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
