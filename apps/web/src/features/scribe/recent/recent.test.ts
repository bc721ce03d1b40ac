import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { recentCards } from "./recent.ts";

const aCard = (id: string, changes: Partial<CardView> = {}): CardView => ({
  id,
  kind: "note",
  text: id,
  place: { lever: "h01", order: "a0" },
  saving: "saved",
  isOwn: true,
  ...changes,
});

it("lists what was entered here, then own cards of before, the newest first", () => {
  const all = [
    aCard("early", { at: 1 }),
    aCard("other", { at: 9, isOwn: false }),
    aCard("late", { at: 2 }),
    aCard("a", { at: 3 }),
    aCard("b"),
  ];
  const cards = new Map(all.map((card) => [card.id, card]));

  const ids = (count: number) => recentCards(["b", "gone", "a"], cards, count).map(({ id }) => id);

  expect(ids(9)).toEqual(["b", "a", "late", "early"]);
  expect(ids(2)).toEqual(["b", "a"]);
});
