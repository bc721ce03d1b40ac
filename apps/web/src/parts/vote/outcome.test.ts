import type { BallotState, ClusterView, Results } from "@hefboom/board";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { arrange } from "../cluster/arrange.ts";
import { byDots, dotsByLever, givenTo, mostGiven, outcomeToShow } from "./outcome.ts";

const ballot: BallotState = {
  id: "b1",
  phase: "vote",
  state: "open",
  on: "card",
  dots: 3,
  isSecret: true,
};
const results = (given: Record<string, number>, on: Results["on"] = "card"): Results => ({
  ballotId: "b1",
  on,
  dots: 3,
  isSecret: true,
  voters: 2,
  at: 0,
  given: new Map(Object.entries(given)),
});
const aCluster = (id: string, members: string[], isMerged = false): ClusterView => ({
  id,
  title: id,
  lever: "h02",
  order: "a0",
  members,
  ...(isMerged && { isMerged }),
});
const aCard = (id: string, lever: string | null): CardView => ({
  id,
  kind: "note",
  text: id,
  place: { lever, order: "a0" },
  saving: "saved",
  isOwn: false,
});

it("shows nothing of a secret vote before it is revealed", () => {
  const all = [results({ a: 1 })];

  expect(outcomeToShow(null, all)).toBeUndefined();
  expect(outcomeToShow(ballot, all)).toBeUndefined();
  expect(outcomeToShow({ ...ballot, state: "closed" }, all)).toBeUndefined();
  expect(outcomeToShow({ ...ballot, state: "revealed" }, all)).toBe(all[0]);
});

it("shows an open vote as it goes, and never an earlier one's outcome", () => {
  const all = [results({ a: 1 })];

  expect(outcomeToShow({ ...ballot, isSecret: false }, all)).toBe(all[0]);
  expect(outcomeToShow({ ...ballot, id: "b2", state: "revealed" }, all)).toBeUndefined();
});

it("takes merged doubles together", () => {
  const outcome = results({ a: 2, b: 2, c: 3 });

  expect(givenTo(outcome, ["a", "b"])).toBe(4);
  expect(mostGiven(outcome, [aCluster("x", ["a", "b"], true)])).toBe(4);
  expect(mostGiven(outcome, [aCluster("x", ["a", "b"])])).toBe(3);
});

it("adds up a lever's dots, whatever was voted on", () => {
  const cards = new Map([
    ["a", aCard("a", "h01")],
    ["b", aCard("b", "h01")],
    ["t", aCard("t", null)],
  ]);
  const view = { cards, clusters: [aCluster("x", ["a"])] };

  expect([...dotsByLever(results({ a: 1, b: 2, t: 1, gone: 4 }), view)]).toEqual([
    ["h01", 3],
    [null, 1],
  ]);
  expect([...dotsByLever(results({ x: 5 }, "cluster"), view)]).toEqual([["h02", 5]]);
  expect([...dotsByLever(results({ h03: 2 }, "lever"), view)]).toEqual([["h03", 2]]);
});

it("puts what got the most dots first, clusters with all of theirs", () => {
  const blocks = arrange(["a", "b", "c", "d"], [aCluster("x", ["a", "b"])]);

  const sorted = byDots(blocks, results({ a: 1, b: 1, d: 3 }));

  expect(sorted.map((block) => (block.kind === "card" ? block.cardId : block.cluster.id))).toEqual([
    "d",
    "x",
    "c",
  ]);
});
