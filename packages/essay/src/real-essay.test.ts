import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeEssay } from "./decode-essay.ts";
import type { Essay } from "./essay.ts";
import { parseEssay } from "./parse-essay.ts";

/** Beside the repository; the essay is not ours to copy into it. */
const path = `${import.meta.dirname}/../../../../shared/essay/essay-overijssel-2015.txt`;
const isThere = existsSync(path);

const readEssay = (): Essay => parseEssay(decodeEssay(readFileSync(path)), "plain");
const normalise = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const passagesOf = (essay: Essay) => essay.sections.flatMap((section) => section.passages);

if (isThere) describe("the real essay", realEssaySuite);
else {
  it("the essay was not there: its folder is not beside the repository", () => {
    expect(isThere).toBe(false);
  });
}

function realEssaySuite(): void {
  it("has an introduction and five numbered chapters, each with passages", () => {
    const { sections } = readEssay();

    expect(sections.map((section) => section.number)).toEqual([undefined, 1, 2, 3, 4, 5]);
    for (const section of sections) expect(section.passages.length).toBeGreaterThan(1);
  });

  it("has twelve quotations without their marks, each near a passage", () => {
    const { quotes } = readEssay();

    expect(quotes).toHaveLength(12);
    for (const quote of quotes) {
      expect(quote.text).toMatch(/^\p{Lu}.*[\p{L}.]$/u);
      expect(quote.nearPassageId).toBeDefined();
    }
  });

  it("leaves no sentence of a quotation in a passage", () => {
    const essay = readEssay();
    const texts = passagesOf(essay).map((passage) => normalise(passage.text));

    for (const sentence of essay.quotes.flatMap((quote) => quote.text.split(/(?<=[.!?])\s/u))) {
      expect(texts.filter((text) => text.includes(normalise(sentence)))).toEqual([]);
    }
  });

  it("has eleven levers in three groups, each with a hint", () => {
    const { levers } = readEssay();
    const groupSizes = [...Map.groupBy(levers, (lever) => lever.group).values()];

    expect(levers.map((lever) => lever.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(groupSizes.map((group) => group.length)).toEqual([4, 3, 4]);
    for (const lever of levers) expect(lever.hint).toMatch(/^[^()]+$/u);
  });

  it("has three footnotes, of which neither text nor mark is left in a passage", () => {
    const essay = readEssay();
    const texts = passagesOf(essay).map((passage) => passage.text);

    expect(essay.footnotes.map((note) => note.number)).toEqual([1, 2, 3]);
    for (const text of texts) {
      for (const note of essay.footnotes)
        expect(normalise(text)).not.toContain(normalise(note.text));
      expect(text).not.toMatch(/\p{Ll}\.\d|\d\p{Ll}{3}|’ \d\./u);
    }
  });

  it("rejoins what text boxes, footnotes and blank lines interrupted", () => {
    for (const { text } of passagesOf(readEssay())) {
      expect(text).toMatch(/^\p{Lu}/u);
      expect(text).toMatch(/[.?]$/u);
    }
  });
}
