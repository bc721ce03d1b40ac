import * as Y from "yjs";

import type { LastOrders } from "../../document/order.ts";
import { cardsOf, leversOf, placesOf, textsOf } from "../../document/roots.ts";
import { putPlace, type WantedPlace } from "../put-place.ts";
import type { BinnedCard } from "./binned-card.ts";

/** Takes a card off the board. @returns it whole, for the bin; `undefined` when it is not on the board */
export function takeOffBoard(
  doc: Y.Doc,
  cardId: string,
  by: { personId: string; now: number },
): BinnedCard | undefined {
  const facts = cardsOf(doc).get(cardId);
  const place = placesOf(doc).get(cardId);
  const text = textsOf(doc).get(cardId)?.toString() ?? "";
  for (const root of [cardsOf(doc), textsOf(doc), placesOf(doc)]) root.delete(cardId);
  if (facts === undefined || place === undefined) return undefined;
  return { cardId, binnedAt: by.now, binnedBy: by.personId, facts, place, text };
}

interface OffBoard extends Pick<BinnedCard, "cardId" | "facts" | "text"> {
  /** Last on its lever when it names no order. */
  readonly place: WantedPlace;
}

/** Puts a card on the board: where it lay, or into the tray when its lever is no more. */
export function putBackOnBoard(
  placing: { doc: Y.Doc; lasts: LastOrders },
  { cardId, facts, place, text }: OffBoard,
): void {
  const { doc } = placing;
  cardsOf(doc).set(cardId, facts);
  textsOf(doc).set(cardId, new Y.Text(text));
  const lever = leverToReturnTo(doc, place.lever);
  putPlace(placing, cardId, lever === place.lever ? place : { lever });
}

/** `null`: the tray. */
export function leverToReturnTo(doc: Y.Doc, lever: string | null): string | null {
  return lever !== null && leversOf(doc).has(lever) ? lever : null;
}
