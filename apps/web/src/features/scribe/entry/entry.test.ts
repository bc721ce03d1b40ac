import { readLevers } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import {
  cardFromEntry,
  checkEntry,
  EMPTY_ENTRY,
  type Entry,
  isTable,
  leverOfNumber,
  nextEntry,
  withWho,
} from "./entry.ts";

const anEntry = (changes: Partial<Entry> = {}): Entry => ({
  ...EMPTY_ENTRY,
  text: " Een lamp boven de tafel. ",
  lever: "h07",
  who: "Gerda",
  consent: "named",
  ...changes,
});

it("asks for words and for an answer", () => {
  expect(checkEntry(EMPTY_ENTRY)).toEqual({ text: "empty", consent: "missing" });
  expect(checkEntry(anEntry())).toEqual({});
  expect(checkEntry(anEntry({ text: "x".repeat(1_001) }))).toEqual({ text: "too-long" });
  expect(checkEntry(anEntry({ text: "half \ud800" }))).toEqual({ text: "unreadable" });
});

it("asks for a name where it may be published", () => {
  expect(checkEntry(anEntry({ who: " " }))).toEqual({ who: "missing" });
  expect(checkEntry(anEntry({ who: "", consent: "anonymous" }))).toEqual({});
});

it("names who agreed, on notes and quotes alike", () => {
  expect(cardFromEntry(anEntry())).toEqual({
    kind: "note",
    text: "Een lamp boven de tafel.",
    lever: "h07",
    speaker: "Gerda",
    speakerAgrees: true,
    consent: "named",
  });
});

it.each(["anonymous", "none"] as const)(
  "names nobody who answered %s, but keeps the table",
  (consent) => {
    expect(cardFromEntry(anEntry({ consent }))).not.toHaveProperty("speaker");
    expect(cardFromEntry(anEntry({ consent, who: "Tafel 4" }))).toMatchObject({
      speaker: "Tafel 4",
      speakerAgrees: false,
      consent,
    });
  },
);

it("knows a table from a name", () => {
  expect(["tafel 4", "Tafel bij het raam", "groep B", "T4"].map(isTable)).toEqual(
    Array(4).fill(true),
  );
  expect(["Gerda", "Tafelberg", "Annegroep"].map(isTable)).toEqual(Array(3).fill(false));
});

it("keeps who, answer, kind and lever for the next card", () => {
  expect(nextEntry(anEntry({ kind: "quote" }))).toEqual(anEntry({ kind: "quote", text: "" }));
  expect(nextEntry(anEntry({ who: "", consent: "none" })).consent).toBeUndefined();
});

it("remembers what a table answered, and chooses for nobody else", () => {
  const answers = { "tafel 4": { who: "Tafel 4", consent: "anonymous" } } as const;
  const atTable = withWho(EMPTY_ENTRY, "Tafel 4 ", answers);

  expect(atTable.consent).toBe("anonymous");
  expect(withWho(atTable, "Tafel 5", answers).consent).toBeUndefined();
  expect(withWho(anEntry({ who: "Ger" }), "Gerd", answers).consent).toBe("named");
});

it("finds a lever by its number", () => {
  const levers = readLevers(aBoard());

  expect(leverOfNumber(levers, " 11")).toBe("h11");
  expect(leverOfNumber(levers, "")).toBeNull();
  expect(leverOfNumber(levers, "12")).toBeUndefined();
});
