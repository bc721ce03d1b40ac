import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeEssay } from "./decode-essay.ts";
import type { Essay, EssayFormat } from "./essay.ts";
import { EssayError } from "./essay-error.ts";
import { parseEssay } from "./parse-essay.ts";

const format = fc.constantFrom<EssayFormat>("plain", "markdown");
const words = fc
  .array(
    fc.constantFrom("lamp", "window", "Night", "river", "the", "co-", "isn’t", "2.", "word1"),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(" "));
const marks = fc.constantFrom(
  ["“", "”"],
  ["„", "“"],
  ["« ", " »"],
  ['"', '"'],
  ["(", ")"],
  ["", "."],
);
const starts = fc.constantFrom(
  "",
  "1. ",
  "2. ",
  "3- ",
  "1 ",
  "[1] ",
  "I. ",
  "Chapter 1 ",
  "> ",
  "# ",
  "- ",
  "  - ",
  "[^1]: ",
);
const ends = fc.constantFrom(
  "\n",
  "\n\n",
  "\n\n\n\n",
  "\f",
  "\n7\n\f",
  "[^1]\n",
  " ¹\n",
  "\n— Ada\n\n",
);
const line = fc.tuple(starts, marks, words, ends).map(([start, [open, close], text, end]) => {
  return `${start}${open}${text}${close}${end}`;
});
/** Texts made of what the rules look at, in every wrong order. */
const essayLike = fc.array(line, { minLength: 1, maxLength: 25 }).map((lines) => lines.join(""));
const source = fc.oneof(essayLike, fc.string({ unit: "binary", maxLength: 300 }));

/** The essay, or undefined where the source was refused as it may be. */
function parse(text: string, as: EssayFormat): Essay | undefined {
  try {
    return parseEssay(text, as);
  } catch (error) {
    if (error instanceof EssayError) return undefined;
    throw error;
  }
}

function idsOf(essay: Essay): string[] {
  const passages = essay.sections.flatMap((section) => section.passages);
  return [...essay.sections, ...passages, ...essay.quotes, ...essay.footnotes].map(({ id }) => id);
}

it("throws nothing but EssayError", () => {
  fc.assert(
    fc.property(source, format, (text, as) => {
      parse(text, as);
    }),
    { numRuns: 500 },
  );
});

it("decodes any bytes or refuses them by name", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        expect(decodeEssay(bytes).trim()).not.toBe("");
      } catch (error) {
        expect(error).toBeInstanceOf(EssayError);
      }
    }),
  );
});

it("gives ids that are unique, well-formed, and the same in every run", () => {
  fc.assert(
    fc.property(source, format, (text, as) => {
      const essay = parse(text, as);
      if (essay === undefined) return;

      const ids = idsOf(essay);

      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[0-9a-z]{20}$/);
      expect(parse(text, as)).toEqual(essay);
    }),
    { numRuns: 300 },
  );
});

it("points every quote to a passage, where there is one", () => {
  fc.assert(
    fc.property(source, format, (text, as) => {
      const essay = parse(text, as);
      const passages = essay?.sections.flatMap((section) => section.passages) ?? [];

      for (const { nearPassageId } of essay?.quotes ?? []) {
        const isKnown = passages.some((passage) => passage.id === nearPassageId);
        expect(isKnown).toBe(passages.length > 0);
      }
    }),
    { numRuns: 300 },
  );
});

it("invents no word: what passages and quotes say stands in the source", () => {
  const bare = (text: string) =>
    text.normalize("NFC").replace(/[\s\p{P}\p{S}\p{C}\p{No}\d]+/gu, "");
  fc.assert(
    fc.property(essayLike, format, (text, as) => {
      const essay = parse(text, as);
      const passages = essay?.sections.flatMap((section) => section.passages) ?? [];
      const known = bare(text);

      for (const found of [...passages, ...(essay?.quotes ?? [])]) {
        for (const word of found.text.split(/\s+/u)) expect(known).toContain(bare(word));
      }
    }),
    { numRuns: 300 },
  );
});
