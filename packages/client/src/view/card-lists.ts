import { compareByOrder } from "@hefboom/board";

import type { CardView } from "../board-view.ts";

export interface CardChange {
  readonly before: CardView | undefined;
  readonly after: CardView | undefined;
}
type Lists = ReadonlyMap<string | null, readonly string[]>;

const NONE: readonly string[] = [];

/** The lists of the levers after `changes`: a list is a new array only where a card came, went or moved. */
export function updateLists(
  lists: Lists,
  changes: readonly CardChange[],
  cards: ReadonlyMap<string, CardView>,
): Lists {
  const { left, arrived } = sortByLever(changes);
  const next = new Map(lists);
  for (const lever of new Set([...left.keys(), ...arrived.keys()])) {
    const before = lists.get(lever) ?? NONE;
    const after = listAfter(before, left.get(lever), arrived.get(lever), cards);
    next.set(lever, isSameList(before, after) ? before : after);
  }
  return isSameMap(lists, next) ? lists : next;
}

/** The lists with one for each lever, empty ones too, and one for the tray. */
export function withAllLevers(lists: Lists, leverIds: readonly string[]): Lists {
  const missing = [...leverIds, null].filter((lever) => !lists.has(lever));
  if (missing.length === 0) return lists;
  const next = new Map(lists);
  for (const lever of missing) next.set(lever, NONE);
  return next;
}

function sortByLever(changes: readonly CardChange[]) {
  const left = new Map<string | null, Set<string>>();
  const arrived = new Map<string | null, CardView[]>();
  for (const { before, after } of changes) {
    if (before !== undefined && after !== undefined && hasSameSpot(before, after)) continue;
    if (before !== undefined) {
      const ids = left.get(before.place.lever) ?? new Set();
      left.set(before.place.lever, ids.add(before.id));
    }
    if (after !== undefined) {
      const here = arrived.get(after.place.lever) ?? [];
      here.push(after);
      arrived.set(after.place.lever, here);
    }
  }
  return { left, arrived };
}

function hasSameSpot(a: CardView, b: CardView): boolean {
  return a.place.lever === b.place.lever && a.place.order === b.place.order;
}

function listAfter(
  before: readonly string[],
  left: ReadonlySet<string> | undefined,
  arrived: readonly CardView[] | undefined,
  cards: ReadonlyMap<string, CardView>,
): string[] {
  const staying = left === undefined ? before : before.filter((id) => !left.has(id));
  if (arrived === undefined) return [...staying];
  const all = [...arrived];
  for (const id of staying) {
    const card = cards.get(id);
    if (card !== undefined) all.push(card);
  }
  return all.sort(compareByOrder).map(({ id }) => id);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

function isSameMap(a: Lists, b: Lists): boolean {
  return a.size === b.size && [...a].every(([lever, list]) => b.get(lever) === list);
}
