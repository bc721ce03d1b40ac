import { expect, it } from "vitest";

import { EMPTY_DRAFT, nextDraft, startDraft } from "./draft.ts";
import { loadDraft, readDraft, saveDraft } from "./draft-store.ts";

it("gives back the letters that were typed, for one board and person", () => {
  saveDraft("board", "person", { ...EMPTY_DRAFT, text: "Een bank", kind: "quote", speaker: "Jo" });

  expect(loadDraft("board", "person").text).toBe("Een bank");
  expect(loadDraft("board", "another")).toEqual(EMPTY_DRAFT);
});

it("survives a reload, without the consent that was chosen for it", () => {
  const draft = { ...EMPTY_DRAFT, text: "Een bank", labels: { scale: "region" } };

  expect(readDraft(JSON.stringify({ ...draft, consent: "named" }))).toEqual(draft);
});

it.each(["{", "7", "null", '{"text":5,"labels":{"scale":9}}'])("reads %s as empty", (json) => {
  expect(readDraft(json)).toEqual(EMPTY_DRAFT);
});

it("opens on the lever it was asked for, and keeps the text", () => {
  const stored = { ...EMPTY_DRAFT, text: "Half af", lever: "h02" };

  expect(startDraft(stored, "h05")).toMatchObject({ text: "Half af", lever: "h05" });
  expect(startDraft(stored, undefined).lever).toBe("h02");
});

it("starts the next card empty, of the same kind", () => {
  expect(nextDraft({ ...EMPTY_DRAFT, kind: "quote", text: "x" })).toEqual({
    ...EMPTY_DRAFT,
    kind: "quote",
  });
});
