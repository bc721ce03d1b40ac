import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { heldCards } from "./held-cards.ts";

function aCard(id: string, held?: CardView["held"], at?: number): [string, CardView] {
  const card: CardView = {
    id,
    kind: "note",
    text: id,
    place: { lever: "h01", order: "a0" },
    saving: "saved",
    isOwn: false,
    ...(held && { held }),
    ...(at !== undefined && { at }),
  };
  return [id, card];
}

it("parts what waits from what was hidden, the oldest first, and leaves drafts out", () => {
  const cards = new Map([
    aCard("on the board"),
    aCard("later", "waiting", 20),
    aCard("hidden", "hidden", 5),
    aCard("mine", "draft", 1),
    aCard("sooner", "waiting", 10),
  ]);

  const { waiting, hidden } = heldCards(cards);

  expect(waiting.map(({ id }) => id)).toEqual(["sooner", "later"]);
  expect(hidden.map(({ id }) => id)).toEqual(["hidden"]);
  expect(heldCards(cards).waiting).toBe(waiting);
});
