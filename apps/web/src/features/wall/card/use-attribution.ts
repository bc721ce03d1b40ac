import type { CardView } from "@hefboom/client";

import { usePersonName } from "../../../parts/people/use-names.ts";
import { useText } from "../../../texts/use-text.ts";

/** Who said it: the speaker, else where it comes from, else its author as the board names them. */
export function useAttribution(card: CardView): string | undefined {
  const t = useText();
  const author = usePersonName(card.author);
  // A scribe writes down notes of others too; who is named on them said yes to it.
  if (card.speaker && (card.kind === "quote" || card.via === "scribe")) return card.speaker;
  return card.via ? t(`card.via.${card.via}`) : author;
}
