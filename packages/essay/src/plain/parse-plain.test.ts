import { expect, it } from "vitest";
import { parsePlain } from "./parse-plain.ts";

const prose = (text: string) => ({ kind: "prose", text });
const heading = (title: string, number?: number) =>
  number === undefined ? { kind: "heading", title } : { kind: "heading", title, number };

it("rejoins a sentence that blank lines, a box, a note and a page end interrupted", () => {
  const source =
    "We asked for lamps.1 Then we waited for the\n\n“No lamps.”\n\n1 In spring.\n\n3\n\fanswer, which never came.";

  const pieces = parsePlain(source);

  expect(pieces).toEqual([
    prose("We asked for lamps. Then we waited for the answer, which never came."),
    { kind: "quote", text: "No lamps." },
    { kind: "note", number: 1, text: "In spring." },
  ]);
});

it.each([
  ["1- Lamps\nThey burn.\n\n2- Doors\nThey open."],
  ["1. Lamps\n\nThey burn.\n\n2. Doors\n\nThey open."],
  ["I. Lamps\n\nThey burn.\n\nII. Doors\n\nThey open."],
  ["Chapter 1: Lamps\n\nThey burn.\n\nChapter 2: Doors\n\nThey open."],
  ["Hoofdstuk 1\n\nLamps\n\nThey burn.\n\nHoofdstuk 2\n\nDoors\n\nThey open."],
  ["1 Lamps\n\nThey burn.\n\n2 Doors\n\nThey open."],
])("reads the numbered headings of %j", (source) => {
  const pieces = parsePlain(source);

  expect(pieces).toEqual([
    heading("Lamps", 1),
    prose("They burn."),
    heading("Doors", 2),
    prose("They open."),
  ]);
});

it("reads headings without numbers, and a title above them", () => {
  const pieces = parsePlain("Light\n\nIntroduction\n\nIt is dark.\n\nWHO PAYS?\n\nNobody does.");

  expect(pieces).toEqual([
    { kind: "title", text: "Light" },
    heading("Introduction"),
    prose("It is dark."),
    heading("WHO PAYS?"),
    prose("Nobody does."),
  ]);
});

it("takes no table of contents for levers or headings", () => {
  const contents = "1. Lamps ..... 3\n2. Doors ..... 7\n3. Rivers ..... 9\n\n";
  const text = "1. Lamps\n\nThey burn.\n\n2. Doors\n\nThey open.\n\n3. Rivers\n\nThey run.";

  const pieces = parsePlain(contents + text);

  expect(pieces.filter((piece) => piece.kind === "lever")).toEqual([]);
  expect(pieces.filter((piece) => piece.kind === "heading")).toHaveLength(3);
});

it("leaves numbers that are no marks where they are", () => {
  const source =
    "The A1 has 2 lanes, and CO2 is 40% of 12.5 litres.\n\n\n1 Nothing refers to this.";

  const pieces = parsePlain(source);

  expect(pieces[0]).toEqual(prose("The A1 has 2 lanes, and CO2 is 40% of 12.5 litres."));
});

it("takes each line for a paragraph where lines are not wrapped", () => {
  const [first, second] = ["Lamps burn. ".repeat(20).trim(), "Doors open. ".repeat(20).trim()];

  const pieces = parsePlain(`${first}\n${second}`);

  expect(pieces).toEqual([prose(first), prose(second)]);
});
