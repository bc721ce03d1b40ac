import { expect, it } from "vitest";
import { lineJoiner } from "./join-lines.ts";

const filler = Array.from({ length: 60 }, () => "a line of text without anything at its end");

function join(lines: readonly string[], others: readonly string[] = []): string {
  return lineJoiner([...lines, ...others])(lines);
}

it.each([
  [["a lamp in", "a window"], "a lamp in a window"],
  [["impor-", "tant news"], "important news"],
  [["a soft\u00ad", "ened edge"], "a softened edge"],
  [["pre-", "and post-war"], "pre- and post-war"],
  [["from Alpha-", "Beta to Gamma"], "from Alpha-Beta to Gamma"],
  [["a no-", "regret step"], "a no-regret step"],
  [["in 1990-", "style"], "in 1990-style"],
])("joins %j", (lines, expected) => {
  expect(join(lines)).toBe(expected);
});

it("keeps the hyphen of a compound that stands whole elsewhere", () => {
  expect(join(["a well-", "known pear"], ["some well-known pears"])).toBe("a well-known pear");
});

it("drops the hyphen of a word that stands whole elsewhere", () => {
  expect(join(["the vari-", "ety here"], [...filler, "this variety"])).toBe("the variety here");
});

it("keeps the hyphen where the layout breaks no words", () => {
  expect(join(["a long-", "term view"], filler)).toBe("a long-term view");
});
