import { expect, it } from "vitest";
import { continuesLine, endsEarly, type Layout, measureLayout } from "./layout.ts";

const layout: Layout = {
  width: 60,
  isWrapped: true,
  hasSureBlocks: false,
  join: (lines) => lines.join(" "),
};
const fullLine = "A line that is as long as the lines of this layout can get";

it.each([
  ["a sentence that goes", "on in the next line", true],
  ["the end of a sentence.", "on in the next line", false],
  ["a list of lamps,", "Windows and doors", true],
  [fullLine, "Rivers begin with a capital here", true],
  ["A short line", "Rivers begin with a capital here", false],
  ["a sentence that goes", "• on in a list", false],
])("sees whether %j goes on with %j", (line, next, expected) => {
  expect(continuesLine(line, next, layout)).toBe(expected);
});

it("never carries on over a blank line where blank lines are sure", () => {
  expect(continuesLine("a sentence that goes", "on", { ...layout, hasSureBlocks: true })).toBe(
    false,
  );
});

it("knows a line that somebody broke on purpose", () => {
  expect(endsEarly("A short line", "next", layout)).toBe(true);
  expect(endsEarly(fullLine, "next", layout)).toBe(false);
});

it("takes long lines for paragraphs", () => {
  const block = { kind: "block", gapBefore: 0, isAfterFeed: false } as const;

  const wrapped = measureLayout([{ ...block, lines: [fullLine, fullLine] }]);
  const unwrapped = measureLayout([{ ...block, lines: [fullLine.repeat(4), fullLine] }]);

  expect([wrapped.isWrapped, unwrapped.isWrapped]).toEqual([true, false]);
});
