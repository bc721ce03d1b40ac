import { type Block, firstLine, isPageStart, lastLine } from "../blocks/block.ts";
import { continuesLine, type Layout } from "../blocks/layout.ts";
import type { NotePiece } from "../pieces.ts";
import { findMarks, type Item, type Mark, markNumber, removeMarks } from "./footnote-marks.ts";

/** Candidates looked at for one note. */
const MAX_CANDIDATES = 100;
/** How doubtful a mark may be for a note that begins so. */
const MAX_RANK = { listlike: 1, plain: 3, sure: 3 } as const;
const STRONG_START = /^(?:\[\d{1,3}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹]{1,3}) ?(?=\S)/u;
const WEAK_START = /^\d{1,3}[.)]? (?=\S)/u;

interface NoteStart {
  readonly number: number;
  readonly rest: string;
  /** "[1]" and "¹" begin nothing but a note, "1." and "1)" also an item of a list. */
  readonly kind: "listlike" | "plain" | "sure";
}

/**
 * Takes the footnotes out from between the blocks, and their marks out of the text. A block is a
 * footnote when its number is the next one, the text before it has a mark with that number, and it
 * stands where a page ends or interrupts a sentence.
 */
export function takeFootnotes(items: readonly Item[], layout: Layout): (Item | NotePiece)[] {
  return new NoteTaker(items, layout).run();
}

class NoteTaker {
  readonly #items: readonly Item[];
  readonly #layout: Layout;
  readonly #marks: ReadonlyMap<number, readonly Mark[]>;
  readonly #used: Mark[] = [];
  readonly #notes = new Map<number, readonly NotePiece[]>();
  #lastNumber = 0;
  #lastOrder = -1;

  constructor(items: readonly Item[], layout: Layout) {
    this.#items = items;
    this.#layout = layout;
    this.#marks = findMarks(items);
  }

  run(): (Item | NotePiece)[] {
    for (const [index, item] of this.#items.entries()) {
      if (item.kind === "block") this.#tryBlock(item, index);
    }
    const cleaned = removeMarks(this.#items, this.#used);
    return cleaned.flatMap((item, index): readonly (Item | NotePiece)[] => {
      return this.#notes.get(index) ?? [item];
    });
  }

  #tryBlock(block: Block, index: number): void {
    if (!this.#isNoteBlock(block, index)) return;
    const groups: { number: number; lines: string[] }[] = [];
    for (const line of block.lines) {
      const start = readNoteStart(line);
      const open = groups.at(-1);
      if (start !== undefined && this.#claim(start, index)) {
        groups.push({ number: start.number, lines: [start.rest] });
      } else open?.lines.push(line);
    }
    if (groups.length === 0) return;
    const notes = groups.map(({ number, lines }): NotePiece => {
      return { kind: "note", number, text: this.#layout.join(lines) };
    });
    this.#notes.set(index, notes);
  }

  #isNoteBlock(block: Block, index: number): boolean {
    const start = readNoteStart(firstLine(block));
    if (start === undefined || this.#findMark(start, index) === undefined) return false;
    return start.kind === "sure" || this.#isPageEnd(index) || this.#interrupts(index);
  }

  /** Uses up the mark of this note. False when the number is not the next one or nothing refers to it. */
  #claim(start: NoteStart, index: number): boolean {
    const mark = this.#findMark(start, index);
    if (mark === undefined) return false;
    this.#used.push(mark);
    this.#lastNumber = start.number;
    this.#lastOrder = mark.order;
    return true;
  }

  #findMark({ number, kind }: NoteStart, index: number): Mark | undefined {
    if (number !== this.#lastNumber + 1 && number !== 1) return undefined;
    const marks = this.#marks.get(number) ?? [];
    const from = firstAfter(marks, this.#lastOrder);
    let best: Mark | undefined;
    for (const mark of marks.slice(from, from + MAX_CANDIDATES)) {
      if (mark.itemIndex >= index) break;
      const isAllowed = mark.rank <= MAX_RANK[kind] && !this.#notes.has(mark.itemIndex);
      if (isAllowed && (best === undefined || mark.rank < best.rank)) best = mark;
    }
    return best;
  }

  /** True when only other notes and text boxes stand between this block and the end of a page. */
  #isPageEnd(index: number): boolean {
    const next = this.#nextText(index);
    return isPageStart(next);
  }

  #interrupts(index: number): boolean {
    const before = this.#items.slice(Math.max(0, index - 8), index).findLast(isBlock);
    const next = this.#nextText(index);
    return (
      before !== undefined &&
      next !== undefined &&
      continuesLine(lastLine(before), firstLine(next), { ...this.#layout, isWrapped: false })
    );
  }

  #nextText(index: number): Block | undefined {
    const following = this.#items.slice(index + 1, index + 40);
    const next = following.find(
      (item) => isBlock(item) && readNoteStart(firstLine(item)) === undefined,
    );
    const gap = following.find(isBlock);
    if (gap !== undefined && isPageStart(gap)) return gap;
    return next?.kind === "block" ? next : undefined;
  }
}

function isBlock(item: Item): item is Block {
  return item.kind === "block";
}

/** Index of the first mark behind `order`, by halving. */
function firstAfter(marks: readonly Mark[], order: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.order ?? Number.POSITIVE_INFINITY) > order) high = middle;
    else low = middle + 1;
  }
  return low;
}

function readNoteStart(line: string): NoteStart | undefined {
  const strong = STRONG_START.exec(line);
  const match = strong ?? WEAK_START.exec(line);
  if (match === null) return undefined;
  const plainKind = /^\d+ /u.test(match[0]) ? "plain" : "listlike";
  return {
    number: markNumber(match[0]),
    rest: line.slice(match[0].length).trim(),
    kind: strong === null ? plainKind : "sure",
  };
}
