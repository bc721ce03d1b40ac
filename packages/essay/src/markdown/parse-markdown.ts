import type { Block } from "../blocks/block.ts";
import { chooseLevers, isContents } from "../blocks/choose-levers.ts";
import type { Heading } from "../blocks/heading.ts";
import type { Layout } from "../blocks/layout.ts";
import { findLists, type NumberedList, type TextItem } from "../blocks/levers.ts";
import { inReadingOrder } from "../blocks/reading-order.ts";
import type { Piece, QuotePiece } from "../pieces.ts";
import { readNumbering } from "../text/numbering.ts";
import { readQuotation, withoutMarks } from "../text/quotation.ts";
import { isParenthesised } from "../text/sentence.ts";
import { readDashed } from "../text/speaker.ts";
import { inlineText } from "./inline-text.ts";
import { type NoteNumbers, numberNotes, withoutNoteMarks } from "./markdown-notes.ts";
import { type ItemBlock, type MarkdownBlock, readMarkdown } from "./read-markdown.ts";

/** Longest text nested under an item that is taken as its hint, in characters. */
const MAX_HINT_LENGTH = 240;
/** Blank lines end paragraphs here and line ends mean nothing, so there is no layout to measure. */
const LAYOUT: Layout = {
  width: 0,
  isWrapped: true,
  hasSureBlocks: true,
  join: (lines) => lines.join(" ").trim(),
};

/** Reads Markdown into pieces in reading order. */
export function parseMarkdown(source: string): Piece[] {
  const { items, headings, title } = new ItemReader(numberNotes(source)).read(readMarkdown(source));
  const lists = findLists(items, LAYOUT);
  const contents = lists.slice(0, 1).find((list) => isContents(list, items));
  const others = lists.filter((list) => list !== contents);
  const levers = chooseLevers(others, (list) => [...headings.keys()].every((at) => at < list.end));
  const kept = withoutGroups(headings, levers);
  const pieces = inReadingOrder({ items, layout: LAYOUT, headings: kept, contents, levers });
  return title === undefined ? pieces : [{ kind: "title", text: title }, ...pieces];
}

/** Headings without those inside the list, which are the names of its groups. */
function withoutGroups(
  headings: ReadonlyMap<number, Heading>,
  levers: NumberedList | undefined,
): ReadonlyMap<number, Heading> {
  if (levers === undefined) return headings;
  return new Map([...headings].filter(([at]) => at < levers.start || at >= levers.end));
}

interface Items {
  readonly items: readonly TextItem[];
  readonly headings: ReadonlyMap<number, Heading>;
  readonly title: string | undefined;
}

/** Turns the blocks of Markdown into the items that plain text is read into as well. */
class ItemReader {
  readonly #numbers: NoteNumbers;
  readonly #items: TextItem[] = [];
  readonly #headings = new Map<number, Heading>();
  #title: string | undefined;
  /** Number that the next item of the open list has. */
  #nextNumber: number | undefined;

  constructor(numbers: NoteNumbers) {
    this.#numbers = numbers;
  }

  read(blocks: readonly MarkdownBlock[]): Items {
    const titleAt = titleIndex(blocks);
    for (const [index, block] of blocks.entries()) {
      if (index === titleAt) this.#title = this.#textOf(block.lines);
      else this.#add(block);
    }
    return { items: this.#items, headings: this.#headings, title: this.#title };
  }

  #add(block: MarkdownBlock): void {
    if (block.kind !== "item") this.#nextNumber = undefined;
    switch (block.kind) {
      case "heading":
        this.#addHeading(this.#textOf(block.lines));
        break;
      case "paragraph":
        this.#addParagraph(this.#linesOf(block.lines));
        break;
      case "blockquote":
        this.#addQuotes(this.#linesOf(block.lines));
        break;
      case "note":
        this.#addNote(block.label, this.#textOf(block.lines));
        break;
      case "item":
        this.#addItem(block);
        break;
    }
  }

  #addHeading(text: string): void {
    if (text === "") return;
    const numbering = readNumbering(text);
    const isNumbered =
      numbering !== undefined && numbering.kind !== "label" && numbering.rest !== "";
    const heading: Heading = isNumbered
      ? { title: numbering.rest, number: numbering.number, lineCount: 1 }
      : { title: text, lineCount: 1 };
    this.#headings.set(this.#items.length, heading);
    this.#items.push(toBlock([text]));
  }

  #addParagraph(lines: readonly string[]): void {
    const [only, ...others] = lines;
    if (only === undefined) return;
    const last = this.#items.at(-1);
    const speaker = others.length === 0 ? readDashed(only, true) : undefined;
    if (speaker !== undefined && last?.kind === "quote" && last.speaker === undefined) {
      this.#items.splice(-1, 1, { ...last, speaker });
      return;
    }
    const quotation = readQuotation(lines, LAYOUT.join);
    this.#items.push(quotation === undefined ? toBlock(lines) : { kind: "quote", ...quotation });
  }

  #addQuotes(lines: readonly string[]): void {
    for (const quote of readQuotes(lines)) this.#items.push(quote);
  }

  #addNote(label: string, text: string): void {
    const number = this.#numbers.get(label);
    if (number !== undefined && text !== "") this.#items.push({ kind: "note", number, text });
  }

  #addItem({ number: written, lines: source, nested: nestedSource }: ItemBlock): void {
    const lines = this.#linesOf(source);
    const nested = this.#linesOf(nestedSource);
    if (written === undefined) {
      this.#nextNumber = undefined;
      if (lines.length > 0) this.#items.push(toBlock(lines));
      for (const line of nested) this.#items.push(toBlock([line]));
      return;
    }
    const number = this.#nextNumber ?? written;
    this.#nextNumber = number + 1;
    const [head = "", ...others] = lines;
    this.#items.push(toBlock([`${number}. ${head}`.trim(), ...others, ...hintLines(nested)]));
  }

  #textOf(lines: readonly string[]): string {
    return LAYOUT.join(this.#linesOf(lines));
  }

  #linesOf(lines: readonly string[]): string[] {
    return lines
      .map((line) => inlineText(withoutNoteMarks(line, this.#numbers)))
      .filter((line) => line !== "");
  }
}

function toBlock(lines: readonly string[]): Block {
  return { kind: "block", lines, gapBefore: 1, isAfterFeed: false };
}

/** What is nested under an item, in the parentheses that a hint has. */
function hintLines(nested: readonly string[]): readonly string[] {
  const text = LAYOUT.join(nested);
  if (text === "" || text.length > MAX_HINT_LENGTH || isParenthesised(text)) return nested;
  return [`(${text})`];
}

/** The only heading of the highest depth, where it comes before all others. */
function titleIndex(blocks: readonly MarkdownBlock[]): number | undefined {
  const first = blocks.findIndex((block) => block.kind === "heading");
  const heading = blocks[first];
  if (heading?.kind !== "heading" || heading.depth > 1) return undefined;
  const isOnly = !blocks.some(
    (block, index) => index > first && block.kind === "heading" && block.depth === 1,
  );
  const numbering = readNumbering(heading.lines.join(" "));
  const isNumbered = numbering !== undefined && numbering.kind !== "label";
  return isOnly && !isNumbered ? first : undefined;
}

/** The quotations of a blockquote: one, or one for each line in marks of its own. */
function readQuotes(lines: readonly string[]): QuotePiece[] {
  if (lines.length === 0) return [];
  const whole = readQuotation(lines, LAYOUT.join);
  if (whole !== undefined) return [{ kind: "quote", ...whole }];
  const single = lines.map((line) => readQuotation([line], LAYOUT.join));
  const quotes = single.filter((quotation) => quotation !== undefined);
  if (quotes.length === lines.length) return quotes.map((quote) => ({ kind: "quote", ...quote }));
  const speaker = lines.length > 1 ? readDashed(lines.at(-1) ?? "", true) : undefined;
  const text = withoutMarks(LAYOUT.join(speaker === undefined ? lines : lines.slice(0, -1)));
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  return [speaker === undefined ? { kind: "quote", text } : { kind: "quote", text, speaker }];
}
