import { expect, it } from "vitest";

import { moveCaret } from "./move-caret.ts";

it.each([
  { name: "stays before a change", before: "hallo", after: "hallo daar", caret: 2, expected: 2 },
  { name: "moves along", before: "wereld", after: "mooie wereld", caret: 3, expected: 9 },
  { name: "moves back", before: "mooie wereld", after: "wereld", caret: 9, expected: 3 },
  {
    name: "leaves lost letters",
    before: "de oude bank",
    after: "de nieuwe bank",
    caret: 5,
    expected: 8,
  },
  { name: "stays within an emptied text", before: "weg", after: "", caret: 2, expected: 0 },
])("$name", ({ before, after, caret, expected }) => {
  expect(moveCaret(before, after, caret)).toBe(expected);
});
