import type * as Y from "yjs";

import type { LastOrders } from "../document/order.ts";
import { placesOf } from "../document/roots.ts";
import type { Place } from "../model/place-schema.ts";

interface Placing {
  readonly doc: Y.Doc;
  readonly lasts: LastOrders;
}
export type WantedPlace = Pick<Place, "lever"> & Partial<Omit<Place, "lever">>;

/** The place that is wanted, last on its lever when no order is asked for. */
export function placeFor(lasts: LastOrders, { lever, order, x, y }: WantedPlace): Place {
  const place: Place = { lever, order: order ?? lasts.next(lever) };
  if (x !== undefined) place.x = x;
  if (y !== undefined) place.y = y;
  return place;
}

/** Lays a card on a lever. A key that is too long waits for `spreadCrowded`. @returns where it lies now */
export function putPlace({ doc, lasts }: Placing, cardId: string, wanted: WantedPlace): Place {
  const place = placeFor(lasts, wanted);
  placesOf(doc).set(cardId, place);
  lasts.note(place);
  return place;
}
