import type { LineJoiner } from "./join-lines.ts";
import { readSpeaker } from "./speaker.ts";

export interface Quotation {
  readonly text: string;
  readonly speaker?: string;
}

/** Marks that can open and close each other; which does which depends on the language. */
const FAMILIES = ['“”„‟"', "«»", "‘’‚‛'", "‹›"] as const;
const OPENING_GLYPHS = "“„‟«‘‚‛‹";
/** Marks that also serve as apostrophes. */
const SINGLE_MARKS = "’'";
/** The longest tail after the closing mark that is looked at as an attribution. */
const MAX_TAIL = 160;

/**
 * The quotation that a block of lines is as a whole: it begins with an opening mark, whose partner
 * ends the block or has only an attribution after it. Undefined for any other block.
 */
export function readQuotation(lines: readonly string[], join: LineJoiner): Quotation | undefined {
  const source = unifyTypedMarks(lines.join("\n"));
  const end = closingIndex(source, (tail) => readSpeaker(tail) !== undefined);
  if (end === undefined) return undefined;
  const text = join(source.slice(1, end).trim().split("\n"));
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const speaker = readSpeaker(source.slice(end + 1))?.name;
  return speaker === undefined ? { text } : { text, speaker };
}

/** True when the text begins with an opening mark that nothing in it closes. */
export function isLeftOpen(text: string): boolean {
  return (
    familyOf(text) !== undefined && closingIndex(unifyTypedMarks(text), () => true) === undefined
  );
}

/** The text without the quotation marks around it, where there are any. */
export function withoutMarks(text: string): string {
  const end = closingIndex(text, (tail) => tail.trim() === "");
  return end === undefined ? text : text.slice(1, end).trim();
}

/** Two commas and two apostrophes, as old keyboards wrote them. */
function unifyTypedMarks(text: string): string {
  const opened = /^(?:,,|``|'')/u.test(text) ? `“${text.slice(2)}` : text;
  return opened.endsWith("''") ? `${opened.slice(0, -2)}”` : opened;
}

/** Index of the mark that closes the one at 0, when `isTail` accepts what follows it. */
function closingIndex(text: string, isTail: (tail: string) => boolean): number | undefined {
  const family = familyOf(text);
  if (family === undefined) return undefined;
  let depth = 1;
  for (let index = 1; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (!family.includes(sign)) continue;
    depth += depthChange(text, index);
    if (depth > 0) continue;
    if (isAccepted(text.slice(index + 1, index + 2 + MAX_TAIL), isTail)) return index;
    if (!SINGLE_MARKS.includes(sign)) return undefined;
    depth = 1; // an apostrophe at a word's end looks like a closing mark: read on
  }
  return undefined;
}

function isAccepted(tail: string, isTail: (tail: string) => boolean): boolean {
  return tail.length <= MAX_TAIL && isTail(tail);
}

function familyOf(text: string): string | undefined {
  const family = FAMILIES.find((marks) => marks.includes(text.charAt(0) || "\n"));
  const isApostrophe = SINGLE_MARKS.includes(text.charAt(0)) && /^.\p{Ll}?\s/u.test(text);
  return text.startsWith("’") || isApostrophe ? undefined : family;
}

/** +1 for an opening mark, -1 for a closing one, 0 for an apostrophe or a mark inside a word. */
function depthChange(text: string, index: number): number {
  const sign = text.charAt(index);
  const isAfterGap = /^[\s([—–-]?$/u.test(text.charAt(index - 1));
  const next = text.charAt(index + 1);
  const isBeforeGap = /^[\s.,;:!?…)\]—–-]?$/u.test(next) || isAnyMark(next);
  const isOpeningGlyph = OPENING_GLYPHS.includes(sign);
  if (isAfterGap && isBeforeGap)
    return isOpeningGlyph && !/^\n?$/u.test(next) && text.slice(index + 1, index + 9).trim() !== ""
      ? 1
      : -1;
  if (isAfterGap) return 1;
  if (isBeforeGap) return -1;
  if ("“”„«»".includes(sign)) return isOpeningGlyph ? 1 : -1;
  return 0;
}

function isAnyMark(sign: string): boolean {
  return sign !== "" && FAMILIES.some((marks) => marks.includes(sign));
}
