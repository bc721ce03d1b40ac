import { type LabelSet, type Labels, type LocalisedText, labelOf } from "@hefboom/board";

/** Titles of a card's labels, in the order of the label sets. */
export function labelTitles(
  sets: readonly LabelSet[],
  labels: Labels | undefined,
  say: (title: LocalisedText) => string,
): string[] {
  return sets.flatMap((set) => {
    const label = labelOf(set, labels);
    return label ? [say(label.title)] : [];
  });
}
