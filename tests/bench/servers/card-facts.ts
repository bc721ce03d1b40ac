import { newId } from "@hefboom/board";

const TEXT = "Meer tijd voor het gesprek aan de keukentafel helpt iedereen.";
const ORDER_END = "V"; // an order key never ends in 0
const LEVERS = 11;

export const cardText = TEXT;

/** An id with `mark` in front; the rest is chance. */
export function markedId(mark: string): string {
  return (mark + newId()).slice(0, 20);
}

/** Where a card is laid; the order key is one of `fractional-indexing` and holds `mark`. */
export function markedPlace(mark: string, turn: number) {
  const lever = `h${String((turn % LEVERS) + 1).padStart(2, "0")}`;
  return { lever, order: `a0${mark}${ORDER_END}`, x: (turn * 37) % 900, y: (turn * 53) % 700 };
}
