import { expect, it } from "vitest";
import { readNumbering } from "./numbering.ts";

it.each([
  ["1- Lamps", 1, "Lamps", "decimal"],
  ["2. Lamps", 2, "Lamps", "decimal"],
  ["3) Lamps", 3, "Lamps", "decimal"],
  ["4 – Lamps", 4, "Lamps", "decimal"],
  ["5 Lamps", 5, "Lamps", "bare"],
  ["IV. Lamps", 4, "Lamps", "roman"],
  ["Hoofdstuk 6: Lampen", 6, "Lampen", "chapter"],
  ["Chapter VII", 7, "", "chapter"],
  ["Kapitel 8 Lampen", 8, "Lampen", "chapter"],
  ["Hebel 9 – Lampen", 9, "Lampen", "label"],
])("reads %j", (line, number, rest, kind) => {
  expect(readNumbering(line)).toMatchObject({ number, rest, kind });
});

it.each([
  ["2015 was a good year"],
  ["12 lamps burnt"],
  ["1.5 lamps"],
  ["1-2 lamps"],
  ["12:30 is lunch"],
  ["IIII. Lamps"],
  ["Chapter 2 is about lamps"],
  ["Lamps"],
])("sees no number in %j", (line) => {
  expect(readNumbering(line)).toBeUndefined();
});
