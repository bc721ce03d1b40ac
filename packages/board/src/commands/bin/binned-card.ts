import type { CardFacts } from "../../model/card-schema.ts";
import type { Place } from "../../model/place-schema.ts";
import type { HeldState } from "../held/held-card.ts";

/** How long a deleted card can be restored, in ms: 30 days. */
export const BIN_KEEPS_MS = 30 * 24 * 60 * 60 * 1_000;

/** A deleted card whole, as it lies in the bin: a table, never the document. Its owner and consent stay where they are. */
export interface BinnedCard {
  readonly cardId: string;
  /** Milliseconds since 1970, server time. */
  readonly binnedAt: number;
  /** Who deleted it; may be another person than its author. */
  readonly binnedBy: string;
  readonly facts: CardFacts;
  readonly place: Place;
  readonly text: string;
  /** How it was held when it was deleted; absent: it lay on the board. */
  readonly held?: HeldState;
}
