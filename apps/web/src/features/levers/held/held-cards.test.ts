import { expect, it } from "vitest";

import { holdCards } from "./held-cards.ts";

const byOthers = () => false;
const byMe =
  (...ids: string[]) =>
  (id: string) =>
    ids.includes(id);

it("lets cards of others wait", () => {
  expect(holdCards(["a", "b"], ["x", "a", "y", "b"], byOthers)).toEqual({
    shown: ["a", "b"],
    waiting: ["x", "y"],
  });
});

it("shows at once what comes where nothing stands yet", () => {
  expect(holdCards([], ["x", "y"], byOthers)).toEqual({ shown: ["x", "y"], waiting: [] });
});

it("shows what this person added, in its place", () => {
  expect(holdCards(["a", "b"], ["a", "mine", "x", "b"], byMe("mine"))).toEqual({
    shown: ["a", "mine", "b"],
    waiting: ["x"],
  });
});

it("leaves a gap where somebody else deleted a card", () => {
  expect(holdCards(["a", "b", "c"], ["a", "c"], byOthers).shown).toEqual(["a", "b", "c"]);
});

it("takes away at once what this person deleted", () => {
  expect(holdCards(["a", "b", "c"], ["a", "c"], byMe("b")).shown).toEqual(["a", "c"]);
});

it("keeps the order on the screen when somebody else moves a card", () => {
  expect(holdCards(["a", "b", "c"], ["c", "a", "b"], byOthers).shown).toEqual(["a", "b", "c"]);
});

it("follows this person's own move within the lever", () => {
  expect(holdCards(["a", "b", "c"], ["c", "a", "b"], byMe("c")).shown).toEqual(["c", "a", "b"]);
});

it("gives back the same list when nothing changed, so that nothing renders again", () => {
  const shown = ["a", "b"];

  expect(holdCards(shown, ["a", "b"], byOthers).shown).toBe(shown);
});
