// Joins what the long rows measured with whether their tests passed.
import { readFileSync } from "node:fs";

/** A test's name begins with the ids of its rows: "A04 A05 a frame over the limit …". */
const ROWS = /^(?:[A-Z]\d\d[ ,–-]*)+/;

/** @returns {{ row: string, what: string, figure: string }[]} in the order they were written; none when nothing was */
export function readFigures(file) {
  const lines = textOf(file)?.trim().split("\n") ?? [];
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

/** @returns {Map<string, "holds" | "FAILED">} a row holds when every test that names it passed */
export function readVerdicts(file) {
  const text = textOf(file);
  const verdicts = new Map();
  if (text === undefined) return verdicts; // the run ended before it could write one
  const tests = JSON.parse(text).testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { title, status } of tests) {
    for (const row of rowsOf(title)) {
      const isHeld = status === "passed" && verdicts.get(row) !== "FAILED";
      verdicts.set(row, isHeld ? "holds" : "FAILED");
    }
  }
  return verdicts;
}

/** One line a figure, and one for each row that wrote none, in the order of the ids. */
export function holdTable(figures, verdicts) {
  const silent = [...verdicts.keys()].filter((row) => !figures.some((line) => line.row === row));
  const lines = [...figures, ...silent.map((row) => ({ row, what: "", figure: "" }))]
    .map(({ row, what, figure }) => [row, what, figure, verdicts.get(row) ?? "not finished"])
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const all = [["row", "what", "figure", "verdict"], ...lines];
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function rowsOf(title) {
  return ROWS.exec(title)?.[0].match(/[A-Z]\d\d/g) ?? [];
}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
