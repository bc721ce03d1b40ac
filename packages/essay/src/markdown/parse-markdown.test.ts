import { expect, it } from "vitest";
import { inlineText } from "./inline-text.ts";
import { parseMarkdown } from "./parse-markdown.ts";

it.each([
  ["a *lamp* and a __door__", "a lamp and a door"],
  ["`code` and ~~gone~~", "code and gone"],
  ["[a lamp](https://example.org/a_b) ![door](d.png)", "a lamp door"],
  ["snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"],
  ["\\*no\\* emphasis", "*no* emphasis"],
  ["salt &amp; <b>pepper</b>", "salt & pepper"],
  ["<https://example.org/a>", "https://example.org/a"],
])("takes the inline marks out of %j", (line, expected) => {
  expect(inlineText(line)).toBe(expected);
});

it("reads underlined headings, tables, code and rules", () => {
  const source =
    "Lamps\n=====\n\n| a | b |\n|---|---|\n| c | d |\n\n***\n\n```\ncode\n```\n\nDoors\n---\n\nOpen.";

  const pieces = parseMarkdown(source);

  expect(pieces).toEqual([
    { kind: "title", text: "Lamps" },
    { kind: "prose", text: "a | b" },
    { kind: "prose", text: "c | d" },
    { kind: "prose", text: "code" },
    { kind: "heading", title: "Doors" },
    { kind: "prose", text: "Open." },
  ]);
});

it("keeps paragraphs apart that have no full stop", () => {
  const pieces = parseMarkdown("a lamp\n\nand a door");

  expect(pieces).toEqual([
    { kind: "prose", text: "a lamp" },
    { kind: "prose", text: "and a door" },
  ]);
});

it("reads several quotations of one blockquote", () => {
  const pieces = parseMarkdown("> “Lamps.”\n>\n> “Doors.”");

  expect(pieces).toEqual([
    { kind: "quote", text: "Lamps." },
    { kind: "quote", text: "Doors." },
  ]);
});

it("numbers named footnotes in the order of their marks and keeps marks without a note", () => {
  const pieces = parseMarkdown("One[^b] two[^a] three[^c].\n\n[^a]: A.\n[^b]: B.");

  expect(pieces).toEqual([
    { kind: "prose", text: "One two three[^c]." },
    { kind: "note", number: 2, text: "A." },
    { kind: "note", number: 1, text: "B." },
  ]);
});
