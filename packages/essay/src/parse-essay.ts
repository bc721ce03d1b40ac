import { assembleEssay } from "./assemble-essay.ts";
import type { Essay, EssayFormat } from "./essay.ts";
import { EssayError } from "./essay-error.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import { parsePlain } from "./plain/parse-plain.ts";

/** Longest source, in characters (UTF-16 code units). */
const MAX_LENGTH = 2_000_000;

/**
 * Finds the sections, passages, quotations, levers and footnotes of an essay. Takes time in
 * proportion to the length of the source, whatever is in it.
 * @throws {EssayError} ESSAY_EMPTY, ESSAY_TOO_LARGE
 */
export function parseEssay(source: string, format: EssayFormat): Essay {
  if (source.length > MAX_LENGTH) {
    throw new EssayError("ESSAY_TOO_LARGE", `more than ${MAX_LENGTH} characters`);
  }
  if (source.trim() === "") throw new EssayError("ESSAY_EMPTY", "there is no text");
  return assembleEssay(format === "markdown" ? parseMarkdown(source) : parsePlain(source));
}
