import { expect, it } from "vitest";

import { nextOrder } from "./next-order.ts";

const cards = [
  { id: "a", order: "a0" },
  { id: "b", order: "a1" },
  { id: "c", order: "a2" },
];
const orderAfter = (id: string, direction: -1 | 1) => {
  const order = nextOrder(cards, id, direction);
  if (order === undefined) return undefined;
  const moved = cards.map((card) => (card.id === id ? { id, order } : card));
  return moved.sort((x, y) => (x.order < y.order ? -1 : 1)).map((card) => card.id);
};

it("moves a card one place", () => {
  expect(orderAfter("c", -1)).toEqual(["a", "c", "b"]);
  expect(orderAfter("b", -1)).toEqual(["b", "a", "c"]);
  expect(orderAfter("a", 1)).toEqual(["b", "a", "c"]);
  expect(orderAfter("b", 1)).toEqual(["a", "c", "b"]);
});

it("knows where the lever ends", () => {
  expect(orderAfter("a", -1)).toBeUndefined();
  expect(orderAfter("c", 1)).toBeUndefined();
  expect(orderAfter("unknown", 1)).toBeUndefined();
});
