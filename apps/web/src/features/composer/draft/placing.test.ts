import { type Meta, readMeta, readyPlans } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { heldAtFirst, whyNotNow } from "./placing.ts";

const inPhase = (id: string, changes: Partial<Meta> = {}): Meta => ({
  ...readMeta(aBoard()),
  plan: [...readyPlans.standard],
  phase: { id, seq: 1, index: 0, startedAt: 0 },
  ...changes,
});

it("says why a participant cannot place a card now", () => {
  const locks = { board: false, levers: ["h01"] };

  expect(whyNotNow(inPhase("write"), "participant", "h01")).toBeUndefined();
  expect(whyNotNow(inPhase("read"), "participant", "h01")).toBe("phase");
  expect(whyNotNow(inPhase("write", { locks }), "participant", "h01")).toBe("lever");
  expect(whyNotNow(inPhase("write", { locks }), "participant", "h02")).toBeUndefined();
  expect(
    whyNotNow(inPhase("write", { locks: { ...locks, board: true } }), "participant", null),
  ).toBe("board");
  expect(whyNotNow(inPhase("write", { settings: { isClosed: true } }), "participant", null)).toBe(
    "closed",
  );
  expect(whyNotNow(inPhase("write"), "viewer", null)).toBe("role");
});

it("knows no such moment for who leads", () => {
  expect(whyNotNow(inPhase("read"), "facilitator", "h01")).toBeUndefined();
});

it("says who sees a new card at first", () => {
  const moderated = { settings: { isModerated: true } };

  expect(heldAtFirst(inPhase("write"), "participant")).toBe("draft");
  expect(heldAtFirst(inPhase("write"), "scribe")).toBe("draft");
  expect(heldAtFirst(inPhase("discuss"), "participant")).toBeUndefined();
  expect(heldAtFirst(inPhase("discuss", moderated), "participant")).toBe("waiting");
  expect(heldAtFirst(inPhase("discuss", moderated), "scribe")).toBeUndefined();
  expect(heldAtFirst(inPhase("write"), "facilitator")).toBeUndefined();
});
