import type { Group, LeverView } from "@hefboom/board";

/** How far a lever's hue may lie from its group's, in degrees. */
const SPREAD = 12;

/** OKLCH hue of each lever: the levers of a group share out 24 degrees around the group's hue. */
export function leverHues(
  groups: readonly Group[],
  levers: readonly LeverView[],
): ReadonlyMap<string, number> {
  const hues = new Map<string, number>();
  for (const group of groups) {
    const own = levers.filter((lever) => lever.group === group.id);
    const step = own.length > 1 ? (2 * SPREAD) / (own.length - 1) : 0;
    const first = own.length > 1 ? group.hue - SPREAD : group.hue;
    for (const [index, lever] of own.entries())
      hues.set(lever.id, (first + index * step + 360) % 360);
  }
  return hues;
}
