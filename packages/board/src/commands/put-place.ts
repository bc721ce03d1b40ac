import type * as Y from "yjs";

import type { LastOrders } from "../document/order.ts";
import { placesOf } from "../document/roots.ts";
import type { Place } from "../model/place-schema.ts";

interface Placing {
  readonly doc: Y.Doc;
  readonly lasts: LastOrders;
}
type Wanted = Pick<Place, "lever"> & Partial<Omit<Place, "lever">>;

/** Lays a card on a lever, last when no order is asked for. A key that is too long waits for `spreadCrowded`. @returns where it lies now */
export function putPlace({ doc, lasts }: Placing, cardId: string, wanted: Wanted): Place {
  const place: Place = { lever: wanted.lever, order: wanted.order ?? lasts.next(wanted.lever) };
  if (wanted.x !== undefined) place.x = wanted.x;
  if (wanted.y !== undefined) place.y = wanted.y;
  placesOf(doc).set(cardId, place);
  lasts.note(place);
  return place;
}
