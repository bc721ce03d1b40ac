import { type Meta, type Results, readLevers, readMeta, readyPlans } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { sceneOf } from "./scene.ts";

const doc = aBoard();
const levers = readLevers(doc);
const card: CardView = {
  id: "c".repeat(20),
  kind: "note",
  text: "Een lamp boven de tafel.",
  place: { lever: "h01", order: "a0" },
  saving: "saved",
  isOwn: false,
};
const many = new Map(
  Array.from({ length: 6 }, (_, index) => [`c${index}`, { ...card, id: `c${index}` }]),
);

const inPhase = (id: string, changes: Partial<Meta> = {}): Meta => ({
  ...readMeta(doc),
  plan: readyPlans.standard,
  phase: { id, seq: 1, index: 0, startedAt: 1_000 },
  ...changes,
});
const seen = (meta: Meta, results: Results[] = []) => ({
  meta,
  levers,
  cards: many,
  clusters: [],
  results,
});
const kindIn = (meta: Meta, results?: Results[]) => sceneOf(seen(meta, results)).kind;

const ballot = { id: "b", on: "card", dots: 3, isSecret: true, phase: "vote" } as const;
const outcome = (at: number): Results => ({
  ballotId: "b",
  on: "card",
  dots: 3,
  isSecret: true,
  voters: 2,
  at,
  given: new Map(),
});

it("gets people in at the welcome, whatever lies there, unless nobody else may come", () => {
  expect(kindIn(inPhase("welcome"))).toBe("gathering");
  expect(kindIn(inPhase("read"))).toBe("turn");
  expect(kindIn(inPhase("welcome", { settings: { isJoiningClosed: true } }))).toBe("turn");
});

it("gets people in on a standing board until the first cards are there", () => {
  const standing = inPhase("open", { plan: readyPlans.standing });

  expect(kindIn(standing)).toBe("turn");
  expect(sceneOf({ ...seen(standing), cards: new Map() }).kind).toBe("gathering");
});

it("shows in a silent phase that writing goes on", () => {
  expect(kindIn(inPhase("write"))).toBe("writing");
});

it("waits while there is nothing to read, and asks for a card where one may be written", () => {
  const bare = (id: string) => sceneOf({ ...seen(inPhase(id)), cards: new Map() }).kind;

  expect(bare("read")).toBe("quiet");
  expect(bare("discuss")).toBe("turn");
});

it("lets the spotlight go before all but the end, for as long as its target is there", () => {
  const spotlight = { kind: "lever", id: "h02", seq: 1 } as const;

  expect(kindIn(inPhase("write", { spotlight }))).toBe("spotlight");
  expect(kindIn(inPhase("write", { spotlight: { ...spotlight, id: "gone" } }))).toBe("writing");
  expect(kindIn(inPhase("write", { spotlight, settings: { isClosed: true } }))).toBe("closed");
});

it("keeps a secret vote to itself until it is revealed, and then until the next phase", () => {
  const open = inPhase("vote", { ballot: { ...ballot, state: "open" } });
  const revealed = { ballot: { ...ballot, state: "revealed" } } as const;

  expect(kindIn(open, [outcome(2_000)])).toBe("turn");
  expect(kindIn(inPhase("vote", revealed), [outcome(2_000)])).toBe("results");
  expect(kindIn(inPhase("discuss", revealed), [outcome(2_000)])).toBe("results");
  expect(kindIn(inPhase("discuss", revealed), [outcome(500)])).toBe("turn");
});

it("shows how an open vote stands while it runs", () => {
  const open = { ballot: { ...ballot, isSecret: false, state: "open" } } as const;

  expect(kindIn(inPhase("vote", open), [outcome(500)])).toBe("results");
  expect(kindIn(inPhase("vote", open))).toBe("turn");
  expect(kindIn(inPhase("discuss", open), [outcome(500)])).toBe("turn");
});
