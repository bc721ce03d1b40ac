import { type Block, firstLine, lastLine } from "../blocks/block.ts";
import type { Heading } from "../blocks/heading.ts";
import { continuesLine, endsEarly, isBulleted, type Layout } from "../blocks/layout.ts";
import type { NumberedList, TextItem } from "../blocks/levers.ts";
import { type Numbering, readNumbering } from "../text/numbering.ts";
import { endsLikeHeading, endsSentence, startsLower, startsUpper } from "../text/sentence.ts";

interface Candidate extends Heading {
  readonly index: number;
  readonly numbering: Numbering;
}

const MAX_TITLE_LENGTH = 140;
/** Longest heading without a number, in characters; more is a sentence that lost its end. */
const MAX_PLAIN_LENGTH = 90;
/** Text boxes and footnotes that may stand between a heading and its text. */
const MAX_LOOK_AHEAD = 12;
const SUBNUMBER = /^\d{1,2}(?:\.\d{1,2}){1,3}\.? +(?=\p{Lu})/u;

/** The headings between the blocks, by index of their block. */
export function findHeadings(
  items: readonly TextItem[],
  lists: readonly NumberedList[],
  layout: Layout,
): ReadonlyMap<number, Heading> {
  const isListed = listedIndexes(lists);
  const headings = new Map<number, Heading>(numberedHeadings(items, isListed, layout));
  let before: Block | undefined;
  for (const [index, item] of items.entries()) {
    if (item.kind !== "block") continue;
    if (!headings.has(index) && !isListed.has(index)) {
      const isFree =
        before === undefined || !continuesLine(lastLine(before), firstLine(item), layout);
      const heading = isFree ? plainHeading(item, isTextBelow(items, index), layout) : undefined;
      if (heading !== undefined) headings.set(index, heading);
    }
    before = isWholeHeading(headings.get(index), item) ? undefined : item;
  }
  return headings;
}

/** True when what stands below can be under a heading: notes, or text that begins a sentence. */
function isTextBelow(items: readonly TextItem[], index: number): boolean {
  if (items[index + 1]?.kind === "note") return true;
  const next = items
    .slice(index + 1, index + 1 + MAX_LOOK_AHEAD)
    .find((item): item is Block => item.kind === "block");
  return next !== undefined && !startsLower(firstLine(next));
}

function listedIndexes(lists: readonly NumberedList[]): ReadonlySet<number> {
  const indexes = new Set<number>();
  for (const { start, end } of lists) {
    for (let index = start; index < end; index += 1) indexes.add(index);
  }
  return indexes;
}

function isWholeHeading(heading: Heading | undefined, block: Block): boolean {
  return heading !== undefined && heading.lineCount >= block.lines.length;
}

/** Headings that count: 1, 2, 3 in one style; another style may count anew inside each of them. */
function numberedHeadings(
  items: readonly TextItem[],
  isListed: ReadonlySet<number>,
  layout: Layout,
): (readonly [number, Heading])[] {
  const lastByStyle = new Map<string, number>();
  const kept: Candidate[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== "block" || isListed.has(index)) continue;
    const candidate = readCandidate(item, index, layout);
    if (candidate === undefined) continue;
    const { style, number } = candidate.numbering;
    const last = lastByStyle.get(style);
    const isRestart = number <= 1 && kept.at(-1)?.numbering.style !== style;
    if (!isRestart && number !== (last ?? 0) + 1) continue;
    lastByStyle.set(style, number);
    kept.push(candidate);
  }
  const counts = Map.groupBy(kept, (candidate) => candidate.numbering.style);
  return kept
    .filter(({ numbering }) => {
      const isSure = numbering.kind === "chapter" || numbering.kind === "decimal";
      return isSure || (counts.get(numbering.style)?.length ?? 0) > 1;
    })
    .map(({ index, numbering: _numbering, ...heading }) => [index, heading] as const);
}

function readCandidate(block: Block, index: number, layout: Layout): Candidate | undefined {
  const numbering = readNumbering(firstLine(block));
  if (numbering === undefined || numbering.kind === "label") return undefined;
  const lineCount = headingLineCount(block, numbering.rest, layout);
  const title = layout.join([numbering.rest, ...block.lines.slice(1, lineCount)]);
  if (title.length > MAX_TITLE_LENGTH || (title !== "" && !endsLikeHeading(title)))
    return undefined;
  if (title === "" && numbering.kind !== "chapter") return undefined;
  if (numbering.kind === "chapter" && startsLower(title)) return undefined;
  return { index, numbering, title, number: numbering.number, lineCount };
}

/** Lines of the heading that a block begins with: to its end, or to where the prose begins. */
function headingLineCount(block: Block, rest: string, layout: Layout): number {
  const { lines } = block;
  let count = rest === "" && lines.length > 1 ? 2 : 1;
  if (lines.length <= 3 && endsLikeHeading(lastLine(block)) && !hasProseBelow(lines, layout)) {
    return lines.length;
  }
  while (count < lines.length && count < 3) {
    const line = lines[count - 1] ?? "";
    const next = lines[count] ?? "";
    if (endsSentence(line) || endsEarly(line, next, layout) || !startsLower(next)) break;
    count += 1;
  }
  return count;
}

function hasProseBelow(
  [head = "", next = "", ...others]: readonly string[],
  layout: Layout,
): boolean {
  return others.length > 0 && endsEarly(head, next, layout) && startsUpper(next);
}

/** A heading without a number: a short line that no sentence ends, above something to read. */
function plainHeading(block: Block, isAboveText: boolean, layout: Layout): Heading | undefined {
  const [line = "", second, ...others] = block.lines;
  const title = line.replace(/^#{1,6} /u, "");
  const isUnderlined = second !== undefined && /^(?:={3,100}|-{3,100}|_{3,100})$/u.test(second);
  if (isUnderlined && (isAboveText || others.length > 0)) return { title, lineCount: 2 };
  if (!isTitleLike(title)) return undefined;
  if (second === undefined) return isAboveText ? { title, lineCount: 1 } : undefined;
  if (others.length === 0 && isWrappedTitle(title, second, layout)) {
    return isAboveText ? { title: layout.join([title, second]), lineCount: 2 } : undefined;
  }
  const isAboveProse = others.length > 0 && second.length >= layout.width * 0.7;
  return isAboveProse && isDeliberate(line, second, layout) ? { title, lineCount: 1 } : undefined;
}

function isTitleLike(line: string): boolean {
  if (line.length > MAX_PLAIN_LENGTH || isBulleted(line) || !endsLikeHeading(line)) return false;
  const numbering = readNumbering(line);
  if (SUBNUMBER.test(line)) return true;
  return numbering === undefined ? /^["“‘«„]?\p{Lu}/u.test(line) : numbering.kind === "label";
}

function isWrappedTitle(line: string, second: string, layout: Layout): boolean {
  const isOne = startsLower(second) || !endsEarly(line, second, layout);
  return isOne && endsLikeHeading(second) && line.length + second.length <= MAX_TITLE_LENGTH;
}

function isDeliberate(line: string, second: string, layout: Layout): boolean {
  return line.length < layout.width * 0.6 && startsUpper(second);
}
