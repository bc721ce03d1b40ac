import type { LeverPiece, NotePiece, QuotePiece } from "../pieces.ts";
import { type Numbering, readNumbering } from "../text/numbering.ts";
import {
  endsSentence,
  isParenthesised,
  startsUpper,
  withoutParentheses,
} from "../text/sentence.ts";
import { type Block, cutBlock, firstLine, lastLine } from "./block.ts";
import { continuesLine, endsEarly, type Layout } from "./layout.ts";

export type TextItem = Block | NotePiece | QuotePiece;

/** A run of numbered items with nothing but hints and group headings between them. */
export interface NumberedList {
  /** Index of the first item or of the group heading above it. */
  readonly start: number;
  /** Index behind the last item. */
  readonly end: number;
  readonly levers: readonly LeverPiece[];
  /** Text boxes and footnotes that stood between the items. */
  readonly strays: readonly (NotePiece | QuotePiece)[];
  /** True when a group heading stands between two items. */
  readonly hasGroups: boolean;
}

const MAX_ITEM_LENGTH = 400;
const MAX_GROUP_LENGTH = 120;
/** Text boxes and footnotes in a row that may interrupt a list. */
const MAX_STRAYS = 12;

/** Cuts blocks before numbered lines, so that each item of a list is a block of its own. */
export function cutAtNumbers(items: readonly TextItem[], layout: Layout): TextItem[] {
  return items.flatMap((item): TextItem[] => {
    return item.kind === "block" ? cutBlock(item, numberedParts(item, layout)) : [item];
  });
}

function numberedParts(block: Block, layout: Layout): string[][] {
  const parts: string[][] = [];
  let previous: Numbering | undefined;
  for (const line of block.lines) {
    const open = parts.at(-1);
    const numbering = readNumbering(line);
    const isNext =
      numbering !== undefined &&
      numbering.style === previous?.style &&
      numbering.number === previous.number + 1;
    if (open === undefined || isNext || startsAnew(open.at(-1) ?? "", line, numbering, layout)) {
      parts.push([line]);
    } else open.push(line);
    if (numbering !== undefined && parts.at(-1)?.length === 1) previous = numbering;
  }
  return parts;
}

/** True for a numbered line right under a line that somebody ended on purpose. */
function startsAnew(
  last: string,
  line: string,
  numbering: Numbering | undefined,
  layout: Layout,
): boolean {
  if (numbering === undefined || numbering.kind === "bare" || !startsUpper(numbering.rest))
    return false;
  return (endsSentence(last) || last.endsWith(")")) && endsEarly(last, line, layout);
}

/** All numbered lists of two items and more, in reading order. */
export function findLists(items: readonly TextItem[], layout: Layout): NumberedList[] {
  const lists: NumberedList[] = [];
  let index = 0;
  while (index < items.length) {
    const list =
      numberingAt(items, index)?.number === 1
        ? new ListReader(items, index, layout).read()
        : undefined;
    if (list === undefined) index += 1;
    else {
      lists.push(list);
      index = list.end;
    }
  }
  return lists;
}

function numberingAt(items: readonly TextItem[], index: number): Numbering | undefined {
  const item = items[index];
  return item?.kind === "block" ? readNumbering(firstLine(item)) : undefined;
}

interface OpenLever {
  readonly number: number;
  readonly lines: string[];
  readonly group: string | undefined;
  hint?: string;
}

class ListReader {
  readonly #items: readonly TextItem[];
  readonly #layout: Layout;
  readonly #start: number;
  readonly #style: string;
  readonly #levers: OpenLever[] = [];
  #strays: (NotePiece | QuotePiece)[] = [];
  #group: string | undefined;
  #hasGroups = false;
  #end: number;

  constructor(items: readonly TextItem[], start: number, layout: Layout) {
    this.#items = items;
    this.#layout = layout;
    this.#start = start;
    this.#end = start;
    this.#style = numberingAt(items, start)?.style ?? "";
    this.#group = groupAt(items[start - 1]);
  }

  read(): NumberedList | undefined {
    while (this.#readNext());
    if (this.#levers.length < 2) return undefined;
    const groupAbove = this.#hasGroups ? groupAt(this.#items[this.#start - 1]) : undefined;
    return {
      start: groupAbove === undefined ? this.#start : this.#start - 1,
      end: this.#end,
      levers: this.#levers.map((lever) => this.#finish(lever)),
      strays: this.#strays,
      hasGroups: this.#hasGroups,
    };
  }

  /** Reads one item, hint or group heading, with the strays before it. */
  #readNext(): boolean {
    const strays: (NotePiece | QuotePiece)[] = [];
    let index = this.#end;
    let item = this.#items[index];
    while (item !== undefined && item.kind !== "block" && strays.length < MAX_STRAYS) {
      strays.push(item);
      index += 1;
      item = this.#items[index];
    }
    if (item?.kind !== "block") return false;
    const isRead = this.#readItem(item) || this.#readBelow(item) || this.#readGroup(item, index);
    if (!isRead) return false;
    this.#strays.push(...strays);
    this.#end = index + 1;
    return true;
  }

  #readItem(block: Block): boolean {
    const numbering = readNumbering(firstLine(block));
    if (numbering?.number !== this.#levers.length + 1 || numbering.style !== this.#style)
      return false;
    if (isTooLong(block) || this.#isHeadingWithProse(block)) return false;
    const lever: OpenLever = { number: numbering.number, lines: [], group: this.#group };
    this.#levers.push(lever);
    this.#addLines(lever, [numbering.rest, ...block.lines.slice(1)]);
    return true;
  }

  /** The rest of an item that a page end cut, or its hint. */
  #readBelow(block: Block): boolean {
    const lever = this.#levers.at(-1);
    if (lever === undefined || lever.hint !== undefined || isTooLong(block)) return false;
    const last = lever.lines.at(-1) ?? "";
    const isHint = isParenthesised(this.#layout.join(block.lines));
    const narrow = { ...this.#layout, isWrapped: false };
    if (!isHint && !continuesLine(last, firstLine(block), narrow)) return false;
    this.#addLines(lever, block.lines);
    return true;
  }

  #readGroup(block: Block, index: number): boolean {
    const group = groupAt(block);
    const next = numberingAt(this.#items, index + 1);
    const isInList = next?.number === this.#levers.length + 1 && next.style === this.#style;
    if (this.#levers.length === 0 || group === undefined || !isInList) return false;
    this.#group = group;
    this.#hasGroups = true;
    return true;
  }

  /** Adds lines to the title; from a line on that opens a parenthesis to the end they are the hint. */
  #addLines(lever: OpenLever, lines: readonly string[]): void {
    const from = lines.findIndex(
      (line, index) => index + lever.lines.length > 0 && line.startsWith("("),
    );
    const hint = from < 0 ? "" : this.#layout.join(lines.slice(from));
    const isHint = isParenthesised(hint);
    lever.lines.push(...(isHint ? lines.slice(0, from) : lines));
    if (isHint) lever.hint = withoutParentheses(hint);
  }

  #isHeadingWithProse({ lines: [head = "", next = "", ...others] }: Block): boolean {
    const last = others.at(-1) ?? next;
    const isHeading = !endsSentence(head) && endsEarly(head, next, this.#layout);
    return isHeading && startsUpper(next) && endsSentence(last) && !next.startsWith("(");
  }

  #finish(lever: OpenLever): LeverPiece {
    const text = this.#layout.join(lever.lines);
    const trailing = lever.hint === undefined ? splitTrailingHint(text) : undefined;
    const title = trailing?.title ?? text;
    const hint = lever.hint ?? trailing?.hint;
    const group = this.#hasGroups ? lever.group : undefined;
    return {
      kind: "lever",
      number: lever.number,
      title,
      ...(hint === undefined ? {} : { hint }),
      ...(group === undefined ? {} : { group }),
    };
  }
}

/** "Title (hint)" on one line. */
function splitTrailingHint(text: string): { title: string; hint: string } | undefined {
  const open = text.lastIndexOf(" (");
  const hint = text.slice(open + 1);
  if (open <= 0 || !isParenthesised(hint)) return undefined;
  return { title: text.slice(0, open).trim(), hint: withoutParentheses(hint) };
}

function isTooLong(block: Block): boolean {
  return block.lines.reduce((sum, line) => sum + line.length, 0) > MAX_ITEM_LENGTH;
}

/** The text of a block that can stand above a group of items. */
function groupAt(item: TextItem | undefined): string | undefined {
  if (item?.kind !== "block" || item.lines.length > 2) return undefined;
  const text = item.lines.join(" ");
  const isNumbered = readNumbering(text) !== undefined && readNumbering(text)?.kind !== "label";
  const isSentence = endsSentence(text) && !/[:?]$/u.test(lastLine(item));
  if (text.length > MAX_GROUP_LENGTH || isNumbered || isSentence || !startsUpper(text))
    return undefined;
  return text.replace(/ ?:$/u, "");
}
