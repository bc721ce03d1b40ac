import { expect, it } from "vitest";
import { parseEssay } from "./parse-essay.ts";

/** Characters of each source; a rule that looks twice at everything would run into the test's time limit. */
const LENGTH = 120_000;

it.each([
  [">"],
  ["> > > a\n\n"],
  ["["],
  ["![a]("],
  ["*a "],
  ["<a "],
  ["[^a]: b\n"],
  ["a\n"],
  ["a\n\n"],
  ["1. A\n2. B\n"],
  ["1. A\n\n(b)\n\n"],
  ["word1.\n\n1 Note\n\n"],
  ["“a\n\n"],
  ["“a”\n"],
  ["‘a’ b’ "],
  ["Chapter 1\n\n"],
  ["a\f"],
  ["ab-\n"],
  [" "],
])("gets through %j over and over in both formats", (unit) => {
  const source = `a${unit.repeat(Math.floor(LENGTH / unit.length))}z`;

  const essays = [parseEssay(source, "plain"), parseEssay(source, "markdown")];

  for (const essay of essays)
    expect(essay.sections.length + essay.quotes.length).toBeGreaterThan(0);
});

it("gets through many marks on one line, each with a note of its own", () => {
  const marks = "word.1 ".repeat(20_000);
  const notes = "\n\n1 Note".repeat(20_000);

  const essay = parseEssay(marks + notes, "plain");

  expect(essay.footnotes.length).toBeGreaterThan(0);
});
