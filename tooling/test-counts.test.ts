import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

// @ts-expect-error: tooling starts before anything is built, so it is plain JavaScript without types
import { countsLine, readCounts } from "./test-counts.mjs";

function aReport(report: object): string {
  const file = join(mkdtempSync(join(tmpdir(), "hefboom-counts-")), "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

it("reads Vitest's report", () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

  expect(readCounts("vitest", aReport(report))).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

it("reads Playwright's report", () => {
  const report = { stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 0 } };

  expect(readCounts("playwright", aReport(report))).toEqual({ passed: 4, failed: 2, skipped: 0 });
});

it("knows no counts of a run that left no report", () => {
  expect(readCounts("vitest", join(tmpdir(), "hefboom-no-such-report.json"))).toBeUndefined();
});

it.each([
  [
    "all that passed",
    [{ isPassed: true }, { isPassed: true, counts: { passed: 5, failed: 0 } }],
    "5 passed, 0 failed",
  ],
  ["failed tests", [{ isPassed: false, counts: { passed: 4, failed: 2 } }], "4 passed, 2 failed"],
  ["a step without tests that failed", [{ isPassed: false }], "0 passed, 1 failed"],
  [
    "a run that failed though no test did",
    [{ isPassed: false, counts: { passed: 4, failed: 0 } }],
    "4 passed, 1 failed",
  ],
  [
    "what was skipped, when anything was",
    [{ isPassed: true, counts: { passed: 4, failed: 0, skipped: 2 } }],
    "4 passed, 0 failed, 2 skipped",
  ],
])("closes with %s", (_, steps, line) => {
  expect(countsLine(steps)).toBe(line);
});
