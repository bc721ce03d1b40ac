import type { Block } from "../blocks/block.ts";
import type { QuotePiece } from "../pieces.ts";
import { readNumbering } from "../text/numbering.ts";

export type Item = Block | QuotePiece;

/** A number in the running text that may refer to a footnote. */
export interface Mark {
  readonly number: number;
  /** 0: cannot be anything else, 1: glued behind a word or sentence, 2: loose, 3: might be any number. */
  readonly rank: number;
  /** Place among all marks of the text, in reading order. */
  readonly order: number;
  readonly itemIndex: number;
  readonly lineIndex: number;
  readonly start: number;
  readonly end: number;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Each pattern matches the mark and nothing else; bounded, so that long lines cost no more than their length. */
const PATTERNS: readonly (readonly [rank: number, pattern: RegExp])[] = [
  [0, /(?<!\b[cdkm]?m)[⁰¹²³⁴-⁹]{1,3}/gu],
  [0, /\[\d{1,3}\]/gu],
  [1, /(?<=[^\d\s][.,;:!?…)\]’”“"'»])\d{1,3}(?![\p{L}\p{N}%‰°€$])/gu],
  [1, /(?<=\p{Ll}{3})\d{1,3}(?![\p{L}\p{N}%‰°€$-])/gu],
  [2, /(?<=[’”“"'»)]) \d{1,3}(?=[.,;:!?](?:\s|$))/gu],
  [
    2,
    /(?<=^|\s)\d{1,3}(?!(?:st|nd|rd|th|de|e|ste|er|ère|re|ème|te|ten|ter)(?!\p{L}))(?=\p{Ll}{2})/gu,
  ],
  [3, /(?<=\p{Ll}{2}) \d{1,3}(?=[.,;!?](?:\s|$))/gu],
];

/** All candidates in reading order, by number. */
export function findMarks(items: readonly Item[]): ReadonlyMap<number, readonly Mark[]> {
  const byNumber = new Map<number, Mark[]>();
  let order = 0;
  for (const [itemIndex, item] of items.entries()) {
    if (item.kind !== "block") continue;
    for (const [lineIndex, line] of item.lines.entries()) {
      for (const found of marksOfLine(line)) {
        const mark = { ...found, order, itemIndex, lineIndex };
        order += 1;
        const known = byNumber.get(mark.number);
        if (known === undefined) byNumber.set(mark.number, [mark]);
        else known.push(mark);
      }
    }
  }
  return byNumber;
}

type FoundMark = Pick<Mark, "end" | "number" | "rank" | "start">;

function marksOfLine(line: string): readonly FoundMark[] {
  if (!/[\d⁰¹²³⁴-⁹]/u.test(line)) return [];
  const marks: FoundMark[] = [];
  const from = prefixLength(line);
  for (const [rank, pattern] of PATTERNS) {
    for (const match of line.matchAll(pattern)) {
      if (match.index < from) continue;
      const number = markNumber(match[0]);
      marks.push({ number, rank, start: match.index, end: match.index + match[0].length });
    }
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** Characters of the number that a heading or an item of a list begins with. */
function prefixLength(line: string): number {
  const numbering = readNumbering(line);
  return numbering === undefined ? 0 : line.length - numbering.rest.length;
}

/** The number that digits, superscript or not, in brackets or not, stand for. */
export function markNumber(text: string): number {
  const digits = [...text].map((sign) => {
    const value = SUPERSCRIPTS.indexOf(sign);
    return value >= 0 ? String(value) : sign;
  });
  return Number(digits.join("").replace(/[^\d]/gu, ""));
}

/** The items without the marks. */
export function removeMarks(items: readonly Item[], marks: readonly Mark[]): Item[] {
  const byItem = Map.groupBy(marks, (mark) => mark.itemIndex);
  return items.map((item, index) => {
    const own = byItem.get(index);
    if (own === undefined || item.kind !== "block") return item;
    const byLine = Map.groupBy(own, (mark) => mark.lineIndex);
    const lines = item.lines.map((line, lineIndex) => cutMarks(line, byLine.get(lineIndex) ?? []));
    return { ...item, lines };
  });
}

function cutMarks(line: string, marks: readonly Mark[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const before = line.slice(from, mark.start);
    parts.push(/^[\s.,;:!?)]/u.test(line.charAt(mark.end)) ? before.trimEnd() : before);
    from = mark.end;
  }
  return (parts.join("") + line.slice(from)).trim();
}
