import { type ClusterView, MEMBERS_MAX } from "@hefboom/board";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { putTogether, takeOut } from "./cluster-steps.ts";

const aCard = (id: string, lever: string | null = "h01", held?: CardView["held"]): CardView => ({
  id,
  kind: "note",
  text: id,
  place: { lever, order: "a0" },
  saving: "saved",
  isOwn: false,
  ...(held && { held }),
});
const cards = new Map(
  [aCard("a"), aCard("b"), aCard("c"), aCard("far", "h02"), aCard("draft", "h01", "draft")].map(
    (card) => [card.id, card],
  ),
);
const groen: ClusterView = {
  id: "k".repeat(20),
  title: "Groen",
  lever: "h01",
  order: "a0",
  members: ["a", "gone"],
};

it("makes a new cluster of cards on one lever", () => {
  expect(putTogether(cards, ["a", "far", "draft", "b"], { title: " Groen " })).toMatchObject({
    op: "cluster",
    clusterId: expect.stringMatching(/^[0-9a-z]{20}$/),
    title: "Groen",
    members: ["a", "b"],
  });
  expect(putTogether(cards, ["draft"], { title: "Groen" })).toBeUndefined();
  expect(putTogether(cards, [], { title: "Groen" })).toBeUndefined();
});

it("adds to a cluster, without its members that are gone", () => {
  expect(putTogether(cards, ["c"], { title: "Groen", into: groen })).toEqual({
    op: "cluster",
    clusterId: groen.id,
    title: "Groen",
    members: ["a", "c"],
  });
});

it("keeps doubles merged when one more is added, and merges when asked", () => {
  const merged = { ...groen, isMerged: true };

  expect(putTogether(cards, ["c"], { title: "", into: merged })).toMatchObject({ isMerged: true });
  expect(putTogether(cards, ["a", "b"], { title: "", isMerged: true })).toMatchObject({
    isMerged: true,
  });
  expect(putTogether(cards, [], { title: "", into: merged, isMerged: false })).not.toHaveProperty(
    "isMerged",
  );
});

it("takes one out, and the whole cluster apart with the last", () => {
  expect(takeOut(cards, { ...groen, members: ["a", "b"] }, "a")).toMatchObject({
    op: "cluster",
    title: "Groen",
    members: ["b"],
  });
  expect(takeOut(cards, groen, "a")).toEqual({ op: "uncluster", clusterId: groen.id });
});

it("takes as many as a cluster holds, and leaves none out of what is too much", () => {
  const many = new Map(
    Array.from({ length: MEMBERS_MAX + 1 }, (_, index) => [`m${index}`, aCard(`m${index}`)]),
  );
  const ids = [...many.keys()];

  expect(putTogether(many, ids.slice(1), { title: "Groen" })).toMatchObject({
    members: ids.slice(1),
  });
  expect(putTogether(many, ids, { title: "Groen" })).toBe("full");
  expect(
    putTogether(many, ids.slice(0, 1), { title: "", into: { ...groen, members: ids.slice(1) } }),
  ).toBe("full");
});
