// Reads the reports that Vitest and Playwright write as JSON.
import { readFileSync } from "node:fs";

/** @returns {{ passed: number, failed: number, skipped: number } | undefined} `undefined` when there is no report to read */
export function readCounts(kind, file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // the run ended before it could write one
  }
  return kind === "vitest" ? vitestCounts(report) : playwrightCounts(report);
}

function vitestCounts(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A flaky test passed when tried again, and counts as passed. */
function playwrightCounts({ stats }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}

/** The very last line of `npm test`. A step that failed without a failed test counts as one. */
export function countsLine(steps) {
  let [passed, failed, skipped] = [0, 0, 0];
  for (const { isPassed, counts } of steps) {
    passed += counts?.passed ?? 0;
    failed += counts?.failed || (isPassed ? 0 : 1);
    skipped += counts?.skipped ?? 0;
  }
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
