import { readLevers } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { parseCards } from "./parse-cards.ts";

const levers = readLevers(aBoard());
const problemsIn = (text: string) => parseCards(text, levers).map(({ problem }) => problem);

it("makes a note of each line, without the dashes of a list", () => {
  const cards = parseCards(
    "- Een lamp\r\n\n• Een bank\n  – Twee banken, of drie; liever meer",
    levers,
  );

  expect(cards.map(({ line, text, kind, lever }) => [line, text, kind, lever])).toEqual([
    [1, "Een lamp", "note", undefined],
    [3, "Een bank", "note", undefined],
    [4, "Twee banken, of drie; liever meer", "note", undefined],
  ]);
});

it("reads CSV by its heading, in any order, in both languages", () => {
  const comma = 'text,lever,kind,speaker\n"Wij hebben haast, zij niet",3,quote,Riet';
  const semicolon = "\uFEFFSpreker;Soort;Tekst;Hefboom\nRiet;Citaat;Wij hebben haast;h03";

  expect(parseCards(comma, levers)).toEqual([
    {
      line: 2,
      text: "Wij hebben haast, zij niet",
      kind: "quote",
      lever: "h03",
      speaker: "Riet",
      problem: undefined,
    },
  ]);
  expect(parseCards(semicolon, levers)).toMatchObject([
    { text: "Wij hebben haast", kind: "quote", lever: "h03", speaker: "Riet" },
  ]);
});

it("knows levers by number, id and title; an empty cell leaves the choice", () => {
  const title = levers[1]?.title["nl"] ?? "";
  const cards = parseCards(`tekst\tHefboom\na\t11\nb\tH02\nc\t${title}\nd\t`, levers);

  expect(cards.map(({ lever }) => lever)).toEqual(["h11", "h02", "h02", undefined]);
});

it("takes everything for words where the text is the only column", () => {
  expect(parseCards("Tekst\neen; twee, drie", levers)).toMatchObject([
    { text: "een; twee, drie", problem: undefined },
  ]);
});

it("takes a first line that names no columns for a card", () => {
  expect(parseCards("De tekst, en de hefboom\nlever", levers).map(({ text }) => text)).toEqual([
    "De tekst, en de hefboom",
    "lever",
  ]);
});

it("says of each row what is wrong with it", () => {
  const head = "tekst;hefboom;soort;spreker\n";

  expect(problemsIn(`${head};3;;`)).toEqual(["empty"]);
  expect(problemsIn(`${head}a;12;;\nb;;gedicht;\nc;;;${"x".repeat(61)}`)).toEqual([
    "lever",
    "kind",
    "speaker",
  ]);
  expect(problemsIn(`${head}a;1;;;te veel`)).toEqual(["cells"]);
  expect(problemsIn(`${head}"a;1`)).toEqual(["unclosed"]);
  expect(problemsIn("x".repeat(1_001))).toEqual(["too-long"]);
  expect(problemsIn("half \ud800 paar")).toEqual(["unreadable"]);
  expect(problemsIn("  \n\n")).toEqual([]);
});
