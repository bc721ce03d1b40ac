import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type * as Y from "yjs";

import { ORDER_MAX_LENGTH } from "../model/limits.ts";
import type { Place } from "../model/place-schema.ts";
import { placesOf } from "./roots.ts";

interface Ordered {
  readonly id: string;
  readonly place: Place;
}

/** Order of two cards on one lever: by key, code unit by code unit; ties by id. */
export function compareByOrder(a: Ordered, b: Ordered): number {
  if (a.place.order !== b.place.order) return a.place.order < b.place.order ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** Key between two neighbours; `null` is the lever's begin or end. Equal or crossed neighbours give a key after `before`. */
export function orderBetween(before: string | null, after: string | null): string {
  const end = before !== null && after !== null && before >= after ? null : after;
  return generateKeyBetween(before, end);
}

/** Whether `order` is a key that `fractional-indexing` can build on. */
export function isOrderKey(order: string): boolean {
  try {
    generateKeyBetween(order, null);
    return true;
  } catch {
    return false; // the library tells an ill-formed key by throwing
  }
}

/**
 * The last key of each lever, kept beside a document so that a card can be put last without
 * reading all places. A card that leaves makes no key smaller: a key past all others stays one.
 */
export class LastOrders {
  readonly #lastOf = new Map<string | null, string>();

  constructor(doc: Y.Doc) {
    for (const place of placesOf(doc).values()) this.note(place);
  }

  note({ lever, order }: Place): void {
    const last = this.#lastOf.get(lever);
    if (last === undefined || order > last) this.#lastOf.set(lever, order);
  }

  forget(lever: string | null): void {
    this.#lastOf.delete(lever);
  }

  /** A key that sorts after every card on `lever`. */
  next(lever: string | null): string {
    return generateKeyBetween(this.#lastOf.get(lever) ?? null, null);
  }
}

/** Gives all cards on a lever new short keys in their present order, when one key has grown too long. */
export function spreadOrders(doc: Y.Doc, lever: string | null, lasts: LastOrders): void {
  const cards: Ordered[] = [];
  for (const [id, place] of placesOf(doc)) if (place.lever === lever) cards.push({ id, place });
  cards.sort(compareByOrder);
  const keys = generateNKeysBetween(null, null, cards.length);
  lasts.forget(lever);
  for (const [index, card] of cards.entries()) {
    const place = { ...card.place, order: keys[index] ?? card.place.order };
    placesOf(doc).set(card.id, place);
    lasts.note(place);
  }
}

export const isOrderTooLong = (order: string): boolean => order.length > ORDER_MAX_LENGTH;
