import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { withoutHeld } from "./use-wall-cards.ts";

const aCard = (id: string, held?: CardView["held"]): CardView => ({
  id,
  kind: "note",
  text: id,
  place: { lever: "h01", order: "a0" },
  saving: "saved",
  isOwn: false,
  ...(held && { held }),
});

it("keeps drafts, waiting and hidden cards from a projector", () => {
  const all = [aCard("a"), aCard("b", "draft"), aCard("c", "waiting"), aCard("d", "hidden")];
  const cards = new Map(all.map((card) => [card.id, card]));

  expect([...withoutHeld(cards).keys()]).toEqual(["a"]);
});

it("stays the same map where nothing is held", () => {
  const cards = new Map([["a", aCard("a")]]);

  expect(withoutHeld(cards)).toBe(cards);
});
