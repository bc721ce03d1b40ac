import { expect, it } from "vitest";

import { readCsv } from "./read-csv.ts";

const cellsOf = (text: string, separator = ",") => readCsv(text, separator).map((row) => row.cells);

it("reads cells, quoted or not, and skips empty rows", () => {
  expect(cellsOf('a, b ,c\r\n\r\n"x,y",z\n')).toEqual([
    ["a", "b", "c"],
    ["x,y", "z"],
  ]);
  expect(cellsOf("a;b,c", ";")).toEqual([["a", "b,c"]]);
});

it("keeps line breaks and quotation marks inside quotes", () => {
  expect(cellsOf('"zij zei ""ja""\nen ging",h01')).toEqual([['zij zei "ja"\nen ging', "h01"]]);
});

it("leaves a quotation mark within a word alone", () => {
  expect(cellsOf('5" scherm,b')).toEqual([['5" scherm', "b"]]);
});

it("knows on which line a row begins, and that a quote was never closed", () => {
  const rows = readCsv('a\n"b\nc"\n"d\ne', ",");

  expect(rows.map(({ line, isUnclosed }) => [line, isUnclosed])).toEqual([
    [1, false],
    [2, false],
    [4, true],
  ]);
});

it.each([["a"], ["", "b"], ['"', '""'], ["a;b", "c\nd"], ['"a"', "", "ein\u0308"]])(
  "reads back what was written with quotes around it: %j %j",
  (...cells) => {
    const line = cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(";");

    expect(cellsOf(line, ";")).toEqual([cells]);
  },
);
