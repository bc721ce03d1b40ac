import { expect, it } from "vitest";
import type { Essay } from "./essay.ts";
import { EssayError } from "./essay-error.ts";
import { dutchNightTrain } from "./fixtures/dutch-night-train.ts";
import { englishOrchard } from "./fixtures/english-orchard.ts";
import type { Fixture } from "./fixtures/fixture.ts";
import { frenchLibrary } from "./fixtures/french-library.ts";
import { germanHarbour } from "./fixtures/german-harbour.ts";
import { parseEssay } from "./parse-essay.ts";

/** The essay in the shape of a fixture: without ids, and with the beginning of the passage near a quote. */
function found(essay: Essay, { expected }: Fixture): Fixture["expected"] {
  const passages = essay.sections.flatMap((section) => section.passages);
  return {
    ...(essay.title === undefined ? {} : { title: essay.title }),
    sections: essay.sections.map(({ id: _id, ...section }) => ({
      ...section,
      passages: section.passages.map((passage) => passage.text),
    })),
    quotes: essay.quotes.map(({ id: _id, nearPassageId, ...quote }, index) => {
      const near = passages.find((passage) => passage.id === nearPassageId)?.text;
      const length = expected.quotes[index]?.near?.length ?? 10;
      return near === undefined ? quote : { ...quote, near: near.slice(0, length) };
    }),
    levers: essay.levers,
    footnotes: essay.footnotes.map(({ id: _id, ...note }) => note),
  };
}

it.each([
  ["Dutch pages with running heads", dutchNightTrain],
  ["English paper with endnotes", englishOrchard],
  ["German essay with Roman chapters", germanHarbour],
  ["French Markdown", frenchLibrary],
])("finds everything in a text that it never saw: %s", (_name, fixture) => {
  const essay = parseEssay(fixture.source, fixture.format);

  expect(found(essay, fixture)).toEqual(fixture.expected);
});

it("refuses a source without text", () => {
  const parse = () => parseEssay(" \n\f\n\u00a0", "plain");

  expect(parse).toThrow(EssayError);
  expect(parse).toThrow(expect.objectContaining({ code: "ESSAY_EMPTY" }));
});

it("refuses more than two million characters", () => {
  const parse = () => parseEssay("a".repeat(2_000_001), "markdown");

  expect(parse).toThrow(expect.objectContaining({ code: "ESSAY_TOO_LARGE" }));
});
