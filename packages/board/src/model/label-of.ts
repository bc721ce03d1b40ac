import type { Labels } from "./card-schema.ts";
import type { LabelSet } from "./lever-schema.ts";

/** The label that a card has of this set; `undefined` for none, and for one the set does not know. */
export function labelOf(
  set: LabelSet,
  labels: Labels | undefined,
): LabelSet["labels"][number] | undefined {
  const labelId = labels?.[set.id];
  return set.labels.find(({ id }) => id === labelId);
}
