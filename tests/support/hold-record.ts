import { appendFileSync } from "node:fs";

/**
 * Writes down what a row of what must hold (tests/chaos/README.md) measured, for the table at the end of
 * `npm run test:hold`; alone it prints.
 * @param row the row's id, such as "A01", with which the test's name begins too
 * @param what what was measured, in a few words
 * @param figure the figure with its unit and, where there is one, its bound: "12 MB (< 30)"
 */
export function record(row: string, what: string, figure: string): void {
  const file = process.env["HOLD_FIGURES"];
  if (file === undefined) console.log(`${row}  ${what}: ${figure}`);
  else appendFileSync(file, `${JSON.stringify({ row, what, figure })}\n`);
}
