import type { Group, LeverView } from "@hefboom/board";

export interface LeverTile {
  readonly lever: LeverView;
  readonly count: number;
}
export interface Island {
  readonly group: Group;
  readonly tiles: readonly LeverTile[];
  /** Four levers and more stand in two columns, as on the board. */
  readonly columns: 1 | 2;
}

/** The shape of the board: its groups, their levers, and what is counted on each. */
export function islandsOf(view: {
  readonly groups: readonly Group[];
  readonly levers: readonly LeverView[];
  /** By lever; what is not in it has none. */
  readonly counts: ReadonlyMap<string | null, number>;
}): Island[] {
  return view.groups.map((group) => {
    const tiles = view.levers
      .filter((lever) => lever.group === group.id)
      .map((lever) => ({ lever, count: view.counts.get(lever.id) ?? 0 }));
    return { group, tiles, columns: tiles.length >= 4 ? 2 : 1 };
  });
}

/** How many cards lie on each lever. */
export function cardsByLever(
  cards: Iterable<{ readonly place: { readonly lever: string | null } }>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of cards) {
    if (place.lever !== null) counts.set(place.lever, (counts.get(place.lever) ?? 0) + 1);
  }
  return counts;
}

/** While fewer cards than this came from people in the hall, the wall is there to get them in. */
const GATHERING_BELOW = 5;

/** Whether the QR code should fill the wall. What comes from the essay was there before the people. */
export function isGathering(cards: Iterable<{ readonly via?: string }>): boolean {
  let fromPeople = 0;
  for (const card of cards) if (card.via !== "essay") fromPeople += 1;
  return fromPeople < GATHERING_BELOW;
}
