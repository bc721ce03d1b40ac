import type { LabelSet, Labels, LocalisedText } from "@hefboom/board";

/** Titles of a card's labels, in the order of the label sets. */
export function labelTitles(
  sets: readonly LabelSet[],
  labels: Labels | undefined,
  say: (title: LocalisedText) => string,
): string[] {
  return sets.flatMap((set) => {
    const label = set.labels.find(({ id }) => id === labels?.[set.id]);
    return label ? [say(label.title)] : [];
  });
}
