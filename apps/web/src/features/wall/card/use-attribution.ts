import type { CardView } from "@hefboom/client";

import { usePersonName } from "../../../parts/people/use-names.ts";
import { useText } from "../../../texts/use-text.ts";

/** Who said it: the speaker of a quote, else where it comes from, else its author as the board names them. */
export function useAttribution(card: CardView): string | undefined {
  const t = useText();
  const author = usePersonName(card.author);
  if (card.kind === "quote" && card.speaker) return card.speaker;
  return card.via ? t(`card.via.${card.via}`) : author;
}
