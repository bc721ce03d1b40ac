import { type Block, firstLine, isPageStart, lastLine, withLines } from "../blocks/block.ts";
import { readNumbering } from "../text/numbering.ts";

/** Times a line must stand at the edge of a page to be a running head. */
const RUNNING_HEAD_MIN = 3;
const PAGE_WORD = "(?:p|page|pagina|seite|blz|pag)";
const PAGE_NUMBER = new RegExp(
  `^(?:[-–—|] ?)?(?:${PAGE_WORD}\\.? ?)?\\d{1,3}(?: ?(?:/|of|van|von|de|sur) ?\\d{1,3})?(?: ?[-–—|])?$`,
  "iu",
);
const ROMAN_PAGE_NUMBER = /^[ivxl]{1,6}$/u;

/** Takes out what belongs to the page and not to the text: page numbers and running heads. */
export function dropFurniture(blocks: readonly Block[]): Block[] {
  const heads = runningHeads(blocks);
  const isFurniture = (line: string) => PAGE_NUMBER.test(line) || heads.has(headKey(line));
  const kept: Block[] = [];
  let gap = 0;
  let isAfterFeed = false;
  for (const [index, block] of blocks.entries()) {
    const lines = keptLines(block, blocks[index + 1], isFurniture);
    gap += block.gapBefore;
    isAfterFeed ||= block.isAfterFeed;
    if (lines.length === 0) continue;
    kept.push({ ...withLines(block, lines), gapBefore: gap, isAfterFeed });
    gap = 0;
    isAfterFeed = false;
  }
  return kept;
}

function keptLines(
  block: Block,
  next: Block | undefined,
  isFurniture: (line: string) => boolean,
): readonly string[] {
  const [only = "", ...others] = block.lines;
  if (others.length === 0) {
    const isEdge = isPageStart(block) || isPageStart(next);
    const isDropped = isFurniture(only) || (isEdge && ROMAN_PAGE_NUMBER.test(only));
    return isDropped && (isEdge || PAGE_NUMBER.test(only)) ? [] : block.lines;
  }
  const start = block.isAfterFeed && isFurniture(firstLine(block)) ? 1 : 0;
  const isCutAtEnd = next?.isAfterFeed === true && isFurniture(lastLine(block));
  return block.lines.slice(start, isCutAtEnd ? -1 : undefined);
}

/** Lines that return at the edges of pages, but for their page number. */
function runningHeads(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [index, block] of blocks.entries()) {
    for (const line of edgeLines(block, blocks[index + 1])) {
      const key = headKey(line);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= RUNNING_HEAD_MIN).map(([key]) => key));
}

function edgeLines(block: Block, next: Block | undefined): readonly string[] {
  const lines: string[] = [];
  const isSingle = block.lines.length === 1;
  if (isSingle ? isPageStart(block) || isPageStart(next) : block.isAfterFeed) {
    lines.push(firstLine(block));
  }
  if (!isSingle && next?.isAfterFeed === true) lines.push(lastLine(block));
  return lines.filter((line) => readNumbering(line) === undefined && !/^["“„«‘»(]/u.test(line));
}

/** The line without a page number at one of its ends. */
function headKey(line: string): string {
  return line
    .replace(/^\d{1,3} (?:[-–—|] )?/u, "")
    .replace(/(?: [-–—|])? \d{1,3}$/u, "")
    .toLowerCase();
}
