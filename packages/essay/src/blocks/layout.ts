import { type LineJoiner, lineJoiner } from "../text/join-lines.ts";
import { endsSentence, startsLower } from "../text/sentence.ts";
import type { Block } from "./block.ts";

/** Longest line, in characters, that a page can hold; longer lines are paragraphs. */
const MAX_PAGE_WIDTH = 160;
const MIN_WIDTH = 50;
/** Share of long lines from which a text is taken to have one line a paragraph. */
const UNWRAPPED_SHARE = 0.05;

/** How the lines of a text are set. */
export interface Layout {
  /** Characters on a full line. */
  readonly width: number;
  /** False when each line is a paragraph. */
  readonly isWrapped: boolean;
  /** True when a blank line always ends a paragraph, as in Markdown. */
  readonly hasSureBlocks: boolean;
  readonly join: LineJoiner;
}

export function measureLayout(blocks: readonly Block[]): Layout {
  const lines = blocks.flatMap((block) => block.lines);
  const lengths = lines.map((line) => line.length).sort((a, b) => a - b);
  const longCount = lengths.filter((length) => length > MAX_PAGE_WIDTH).length;
  return {
    width: Math.max(lengths[Math.floor(lengths.length * 0.9)] ?? 0, MIN_WIDTH),
    isWrapped: longCount <= lines.length * UNWRAPPED_SHARE,
    hasSureBlocks: false,
    join: lineJoiner(lines),
  };
}

/** True when the next line's first word would have fitted on this line: somebody broke it on purpose. */
export function endsEarly(line: string, next: string, layout: Layout): boolean {
  const space = next.indexOf(" ");
  const wordLength = space < 0 ? next.length : space;
  return line.length + 1 + wordLength < layout.width * 0.9;
}

/**
 * True when `next` carries on the sentence that `line` leaves unfinished, whatever stands between
 * them: blank lines, the end of a page, a text box or footnotes.
 */
export function continuesLine(line: string, next: string, layout: Layout): boolean {
  if (layout.hasSureBlocks || isBulleted(next)) return false;
  if (/[\p{L}\p{N},][-‐\u00ad]?$/u.test(line.slice(-3)) && startsLower(next)) return true;
  if (endsSentence(line)) return false;
  if (startsLower(next) || line.endsWith(",")) return true;
  return layout.isWrapped && line.length >= layout.width * 0.8;
}

/** True when a line begins an item of an unnumbered list. */
export function isBulleted(line: string): boolean {
  return /^(?:[•◦▪‣·*] |[-–] (?=\p{Lu}))/u.test(line);
}
