import { expect, it } from "vitest";

import { cardFromDraft, checkDraft, lettersLeft } from "./check-draft.ts";
import { EMPTY_DRAFT } from "./draft.ts";

const draft = { ...EMPTY_DRAFT, text: "Een bankje" };

it("lets a participant place a text without more ado", () => {
  expect(checkDraft(draft, "participant")).toEqual({});
});

it("asks the staff for a consent", () => {
  expect(checkDraft(draft, "scribe")).toEqual({ consent: "missing" });
  expect(checkDraft({ ...draft, consent: "none" }, "scribe")).toEqual({});
});

it.each([
  ["  \n", "empty"],
  ["a".repeat(1_001), "too-long"],
  ["half \uD83D", "unreadable"],
])("says what is wrong with a text", (text, problem) => {
  expect(checkDraft({ ...draft, text }, "participant").text).toBe(problem);
});

it("counts letters as they are stored", () => {
  expect(lettersLeft("e\u0301".repeat(1_000))).toBe(0);
});

it("sends a speaker with a quote only, and with it whether they agree", () => {
  const spoken = { ...draft, speaker: " Jo ", speakerAgrees: true };

  expect(cardFromDraft({ ...spoken, kind: "quote" })).toMatchObject({
    speaker: "Jo",
    speakerAgrees: true,
  });
  expect(cardFromDraft(spoken)).not.toHaveProperty("speaker");
});
