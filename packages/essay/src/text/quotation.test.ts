import { expect, it } from "vitest";
import { isLeftOpen, readQuotation, withoutMarks } from "./quotation.ts";

const read = (text: string) => readQuotation(text.split("\n"), (lines) => lines.join(" "));

it.each([
  ["“Curly marks.”"],
  ["”Curly marks.”"],
  ["„Curly marks.”"],
  ["„Curly marks.“"],
  ["«Curly marks.»"],
  ["« Curly marks. »"],
  ["»Curly marks.«"],
  ["‘Curly marks.’"],
  ["‚Curly marks.‘"],
  ["‹Curly marks.›"],
  ['"Curly marks."'],
  ["'Curly marks.'"],
  [",,Curly marks.''"],
  ["“Curly marks. “"],
])("takes the marks off %s", (text) => {
  expect(read(text)).toEqual({ text: "Curly marks." });
});

it.each([
  ["“Yes.”\n— Ada, smith", "Ada, smith"],
  ["“Yes.” – Ada, smith", "Ada, smith"],
  ["“Yes.”\n(Ada, smith)", "Ada, smith"],
  ["“Yes.”\nAda, smith", "Ada, smith"],
  ["“Yes.”\n- a smith from the north", "a smith from the north"],
])("reads the speaker of %j", (text, speaker) => {
  expect(read(text)).toEqual({ text: "Yes.", speaker });
});

it.each([
  ["“Yes”, she said, and “no”"],
  ["‘Yes’ she said, ‘no’"],
  ['"Yes", she said, "no"'],
  ["“Systems” are what people call it."],
  ["“Yes” – he said that twice – and left."],
  ["'s Nachts is alles 'anders'"],
  ["’s Nachts is alles ‘anders’"],
  ["Plain text."],
  ["“…”"],
])("sees running text in %j", (text) => {
  expect(read(text)).toBeUndefined();
});

it("keeps marks and apostrophes inside a quotation", () => {
  const quotation = read("‘The boys’ lamp isn’t on, it’s ‘off’ again.’");

  expect(quotation?.text).toBe("The boys’ lamp isn’t on, it’s ‘off’ again.");
});

it("knows an opening mark that nothing closes", () => {
  expect(isLeftOpen("“We wanted a shed, and")).toBe(true);
  expect(isLeftOpen("“We” wanted a shed, and")).toBe(false);
  expect(isLeftOpen("We wanted a shed, and")).toBe(false);
});

it("takes marks off only where they are around the whole text", () => {
  expect(withoutMarks("“all”")).toBe("all");
  expect(withoutMarks("“one” and “two”")).toBe("“one” and “two”");
});
