import type { ClusterView, LeverView } from "@hefboom/board";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { spotlightGoal } from "./spotlight-goal.ts";

const aCard = (id: string, lever: string | null, held?: CardView["held"]): CardView => ({
  id,
  kind: "note",
  text: id,
  place: { lever, order: "a0" },
  saving: "saved",
  isOwn: false,
  ...(held && { held }),
});
const lever: LeverView = { id: "h01", group: "g", number: 1, title: {}, hint: {}, order: 0 };
const cards = [
  aCard("a", "h01"),
  aCard("b", "h01"),
  aCard("t", null),
  aCard("mine", "h01", "draft"),
];
const view = (clusters: ClusterView[] = []) => ({
  levers: [lever],
  cards: new Map(cards.map((card) => [card.id, card])),
  cardIdsOn: new Map([
    ["h01", ["a", "b", "mine"]],
    [null, ["t"]],
  ]),
  clusters,
});
const aCluster = (members: string[], isMerged = false): ClusterView => ({
  id: "x",
  title: "Groen",
  lever: "h01",
  order: "a0",
  members,
  ...(isMerged && { isMerged }),
});

it("leads to a lever, or to a card on its lever or in the tray", () => {
  expect(spotlightGoal(view(), { kind: "lever", id: "h01" })).toEqual({ lever: "h01" });
  expect(spotlightGoal(view(), { kind: "card", id: "b" })).toEqual({ lever: "h01", cardId: "b" });
  expect(spotlightGoal(view(), { kind: "card", id: "t" })).toEqual({ lever: null, cardId: "t" });
});

it("leads to the first card of a cluster that is here", () => {
  const clusters = [aCluster(["gone", "b", "a"])];

  expect(spotlightGoal(view(clusters), { kind: "cluster", id: "x" })).toEqual({
    lever: "h01",
    cardId: "a",
  });
});

it("leads to the card that stands for the doubles", () => {
  const merged = view([aCluster(["a", "b"], true)]);

  expect(spotlightGoal(merged, { kind: "card", id: "b" })?.cardId).toBe("a");
  expect(spotlightGoal(view([aCluster(["a", "b"])]), { kind: "card", id: "b" })?.cardId).toBe("b");
});

it("leads nowhere when nothing is pointed at, or it is gone or held", () => {
  expect(spotlightGoal(view(), null)).toBeUndefined();
  expect(spotlightGoal(view(), { kind: "lever", id: "h99" })).toBeUndefined();
  expect(spotlightGoal(view(), { kind: "cluster", id: "x" })).toBeUndefined();
  expect(spotlightGoal(view([aCluster(["gone"])]), { kind: "cluster", id: "x" })).toBeUndefined();
  expect(spotlightGoal(view(), { kind: "card", id: "mine" })).toBeUndefined();
});
