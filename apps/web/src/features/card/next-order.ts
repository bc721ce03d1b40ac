import { orderBetween } from "@hefboom/board";

/**
 * Order key that moves a card one place earlier (−1) or later (+1) among the cards of its lever.
 * @param ordered the lever's cards in their order, with their keys
 * @returns `undefined` when there is no place further that way
 */
export function nextOrder(
  ordered: readonly { id: string; order: string }[],
  cardId: string,
  direction: -1 | 1,
): string | undefined {
  const index = ordered.findIndex(({ id }) => id === cardId);
  const target = index + direction;
  if (index < 0 || target < 0 || target >= ordered.length) return undefined;
  const before = direction === -1 ? ordered[target - 1] : ordered[target];
  const after = direction === -1 ? ordered[target] : ordered[target + 1];
  return orderBetween(before?.order ?? null, after?.order ?? null);
}
