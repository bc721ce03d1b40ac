import { aCreate } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { EMPTY_OUTBOX, type OutboxState } from "./outbox-state.ts";
import { type PageSign, SIGN_MS, withoutPage, withSign } from "./page-signs.ts";

const NOW = 1_000_000;
const sign = (page: string, changes: Partial<PageSign> = {}): PageSign => ({
  page,
  nowMs: NOW,
  isReady: true,
  ...changes,
});
const pending = (changes: Partial<OutboxState> = {}): OutboxState => ({
  ...EMPTY_OUTBOX,
  pending: [{ command: aCreate(), page: "a", isAttempted: false, isHeld: true }],
  ...changes,
});
const held = { pages: { a: NOW + SIGN_MS - 1 }, holder: "a" };

it("gives the place to the first page that can send, and to nobody while there is nothing to do", () => {
  expect(withSign(pending(), sign("a")).holder).toBe("a");
  expect(withSign(pending(), sign("a", { isReady: false })).holder).toBeUndefined();
  expect(withSign(EMPTY_OUTBOX, sign("a"))).toEqual({ ...EMPTY_OUTBOX, holder: undefined });
});

it.each([
  ["lives", NOW + 1, "a"],
  ["gives no sign any more", NOW, "b"],
  ["signed by a clock that was set back since", NOW + SIGN_MS + 1, "b"],
])("leaves the place to its holder or takes it, when that one %s", (_how, until, holder) => {
  const before = pending({ pages: { a: until }, holder: "a" });

  expect(withSign(before, sign("b")).holder).toBe(holder);
});

it("takes the place at once from a page that the browser knows to be gone, or that said so", () => {
  const known = withSign(pending(held), sign("b", { isGone: (page) => page === "a" }));
  const said = withSign(withoutPage(pending(held), "a"), sign("b"));

  expect([known.holder, said.holder]).toEqual(["b", "b"]);
});

it("gives the place up when it cannot send any more", () => {
  const without = withSign(pending(held), sign("a", { isReady: false }));

  expect(without.holder).toBeUndefined();
  expect(withSign(without, sign("b")).holder).toBe("b");
});

it("lets go what a page held back, and takes over its letters, once that page is gone", () => {
  const letters = {
    id: "e",
    cardId: "c",
    update: new Uint8Array(),
    text: "t",
    epoch: 1,
    page: "a",
  };
  const before = pending({ ...held, edits: [letters] });

  const meanwhile = withSign(before, sign("b"));
  const afterwards = withSign(before, sign("b", { nowMs: NOW + SIGN_MS }));

  expect(meanwhile.pending[0]?.isHeld).toBe(true);
  expect(meanwhile.edits[0]?.page).toBe("a");
  expect(afterwards.pending[0]?.isHeld).toBe(false);
  expect(afterwards.edits[0]?.page).toBe("b");
});
