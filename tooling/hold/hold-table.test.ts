import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

// @ts-expect-error: tooling starts before anything is built, so it is plain JavaScript without types
import { holdTable, readFigures, readVerdicts } from "./hold-table.mjs";

function aFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "hefboom-hold-")), "file");
  writeFileSync(file, text);
  return file;
}

function aReport(tests: Record<string, string>): string {
  const assertionResults = Object.entries(tests).map(([title, status]) => ({ title, status }));
  return aFile(JSON.stringify({ testResults: [{ assertionResults }] }));
}

it("holds a row only when every test that names it passed", () => {
  const file = aReport({
    "A04 A05 too large": "passed",
    "A05 a bomb": "failed",
    "A06 slow": "passed",
  });

  const verdicts = readVerdicts(file);

  expect(Object.fromEntries(verdicts)).toEqual({ A04: "holds", A05: "FAILED", A06: "holds" });
});

it("knows neither figures nor verdicts of a run that left no files", () => {
  const nowhere = join(tmpdir(), "hefboom-no-such-file");

  expect(readFigures(nowhere)).toEqual([]);
  expect(readVerdicts(nowhere)).toEqual(new Map());
});

it("prints the figures by row, and a row without figures as well", () => {
  const figures = aFile(
    '{"row":"D06","what":"memory","figure":"3 MB"}\n{"row":"A01","what":"canary","figure":"9 ms"}\n',
  );
  const verdicts = readVerdicts(aReport({ "A01 frames": "passed", "A07 reader": "failed" }));

  const table = holdTable(readFigures(figures), verdicts);

  expect(table.split("\n")).toEqual([
    "row  what    figure  verdict",
    "A01  canary  9 ms    holds",
    "A07                  FAILED",
    "D06  memory  3 MB    not finished",
  ]);
});
