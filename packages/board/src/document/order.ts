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

/** `fractional-indexing` 3.2.0 gives this one as the lowest key, and then does not take it: a board may hold it. */
const LOWEST = `A${"0".repeat(26)}`;

/** With one digit more it is a key like all others, and there is room before it. */
const sound = <Order extends string | null>(order: Order) =>
  order === LOWEST ? `${LOWEST}V` : order;

/** Key between two neighbours; `null` is the lever's begin or end. Equal or crossed neighbours give a key after `before`. */
export function orderBetween(before: string | null, after: string | null): string {
  const [low, high] = [sound(before), sound(after)];
  const end = low !== null && high !== null && low >= high ? null : high;
  return sound(generateKeyBetween(low, end));
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
  /** Levers on which a key has grown too long. */
  readonly #crowded = new Set<string | null>();

  constructor(doc: Y.Doc) {
    for (const place of placesOf(doc).values()) this.note(place);
  }

  note({ lever, order }: Place): void {
    const last = this.#lastOf.get(lever);
    if (last === undefined || order > last) this.#lastOf.set(lever, order);
    if (isOrderTooLong(order)) this.#crowded.add(lever);
  }

  /** Levers whose keys have to be spread, each told once. */
  takeCrowded(): (string | null)[] {
    const crowded = [...this.#crowded];
    this.#crowded.clear();
    return crowded;
  }

  forget(lever: string | null): void {
    this.#lastOf.delete(lever);
  }

  /** A key that sorts after every card on `lever`. */
  next(lever: string | null): string {
    return orderBetween(this.#lastOf.get(lever) ?? null, null);
  }
}

/** Spreads the keys of every lever that needs it: called once for all that is done together, as it reads all places. */
export function spreadCrowded(doc: Y.Doc, lasts: LastOrders): void {
  for (const lever of lasts.takeCrowded()) spreadOrders(doc, lever, lasts);
}

/** Keys that a spread gives have room left for those that are put between them later. */
const SPREAD_MAX_LENGTH = ORDER_MAX_LENGTH / 2;

/**
 * Makes keys of a lever that have grown too long short again, in their present order, and moves no more neighbours than
 * that takes: nobody can have a whole lever written anew by sending one long key after the other.
 */
export function spreadOrders(doc: Y.Doc, lever: string | null, lasts: LastOrders): void {
  const cards: Ordered[] = [];
  for (const [id, place] of placesOf(doc)) if (place.lever === lever) cards.push({ id, place });
  cards.sort(compareByOrder);
  for (const [index, { place }] of cards.entries()) {
    if (isOrderTooLong(place.order)) spreadAround(doc, cards, index);
  }
  lasts.forget(lever);
  for (const { place } of cards) lasts.note(place);
}

/** Changes `cards` too, which are those of one lever in their order. */
function spreadAround(doc: Y.Doc, cards: Ordered[], index: number): void {
  for (let reach = 0; ; reach = 2 * reach + 1) {
    const from = Math.max(0, index - reach);
    const to = Math.min(cards.length, index + reach + 1);
    const keys = shortKeys(cards[from - 1], cards[to], to - from);
    if (keys === undefined) continue;
    for (const [offset, { id, place }] of cards.slice(from, to).entries()) {
      const moved = { ...place, order: keys[offset] ?? place.order };
      placesOf(doc).set(id, moved);
      cards[from + offset] = { id, place: moved };
    }
    return;
  }
}

/** `undefined` when there are none between these two; between begin and end of a lever there always are. */
function shortKeys(
  before: Ordered | undefined,
  after: Ordered | undefined,
  count: number,
): string[] | undefined {
  const [low = null, high = null] = [before?.place.order, after?.place.order];
  if (low !== null && high !== null && low >= high) return undefined;
  if (![low, high].every((key) => key === null || isOrderKey(key))) return undefined;
  const keys = keysBetween(low, high, count);
  const isWholeLever = before === undefined && after === undefined;
  const isShort = keys?.every((key) => key.length <= SPREAD_MAX_LENGTH) ?? false;
  return isWholeLever || isShort ? keys : undefined;
}

/** `undefined` when the library comes to the lowest key on its way, and does not go on from it. */
function keysBetween(low: string | null, high: string | null, count: number): string[] | undefined {
  try {
    return generateNKeysBetween(low, high, count).map(sound);
  } catch {
    return undefined;
  }
}

export const isOrderTooLong = (order: string): boolean => order.length > ORDER_MAX_LENGTH;
