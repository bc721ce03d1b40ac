import type { ClusterView } from "@hefboom/board";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { goalsFor } from "./goals.ts";

const aCard = (id: string, held?: CardView["held"]): CardView => ({
  id,
  kind: "note",
  text: `woorden van ${id}`,
  place: { lever: "h01", order: id },
  saving: "saved",
  isOwn: false,
  ...(held && { held }),
});
const onLever = ["a", "b", "c", "draft"];
const cards = new Map(
  [aCard("a"), aCard("b"), aCard("c"), aCard("draft", "draft")].map((card) => [card.id, card]),
);
const aCluster = (id: string, members: string[], title = ""): ClusterView => ({
  id,
  title,
  lever: "h01",
  order: id,
  members,
});

it("offers the other groups, and the other cards that stand in none", () => {
  const clusters = [aCluster("k", ["a"], "Groen"), aCluster("l", ["gone", "c"])];

  const goals = goalsFor({ clusters, cards, onLever, cardIds: ["a"] }, "Zonder kop");

  expect(goals.map(({ kind, label }) => [kind, label])).toEqual([
    ["cluster", "woorden van c"],
    ["card", "woorden van b"],
  ]);
});

it("offers a group again as long as one of the cards is not in it", () => {
  const clusters = [aCluster("k", ["a"], "Groen")];

  const goals = goalsFor({ clusters, cards, onLever, cardIds: ["a", "b"] }, "Zonder kop");

  expect(goals.map(({ label }) => label)).toEqual(["Groen", "woorden van c"]);
});
