import type { Piece } from "../pieces.ts";
import { type Block, withLines } from "./block.ts";
import type { Heading } from "./heading.ts";
import type { Layout } from "./layout.ts";
import type { NumberedList, TextItem } from "./levers.ts";
import { Passages, passageText } from "./prose.ts";
import { settleHeadings } from "./settle-headings.ts";

/** What was found among the items of a text. */
export interface Findings {
  readonly items: readonly TextItem[];
  readonly layout: Layout;
  readonly headings: ReadonlyMap<number, Heading>;
  readonly contents: NumberedList | undefined;
  readonly levers: NumberedList | undefined;
}

/** Headings, passages and everything else in reading order. */
export function inReadingOrder(findings: Findings): Piece[] {
  return settleHeadings(new ReadingOrder(findings).pieces());
}

type OpenPiece = Piece | { readonly kind: "open"; readonly lines: readonly string[] };

/** Puts what was found into reading order and joins the lines of passages. */
class ReadingOrder {
  readonly #findings: Findings;
  readonly #passages: Passages;
  readonly #pieces: OpenPiece[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
    this.#passages = new Passages(findings.layout);
  }

  pieces(): Piece[] {
    const { items, contents, levers } = this.#findings;
    let index = 0;
    while (index < items.length) {
      const list = [contents, levers].find((found) => found?.start === index);
      if (list !== undefined) {
        this.#addList(list, list === levers);
        index = list.end;
        continue;
      }
      this.#addItem(index);
      index += 1;
    }
    const { layout } = this.#findings;
    const pieces = this.#pieces.map((piece): Piece => {
      return piece.kind === "open"
        ? { kind: "prose", text: passageText(piece.lines, layout) }
        : piece;
    });
    return pieces.filter((piece) => piece.kind !== "prose" || piece.text !== "");
  }

  #addList(list: NumberedList, isLevers: boolean): void {
    this.#passages.interrupt();
    for (const lever of isLevers ? list.levers : []) this.#pieces.push(lever);
    for (const stray of list.strays) this.#pieces.push(stray);
  }

  #addItem(index: number): void {
    const item = this.#findings.items[index];
    if (item === undefined) return;
    if (item.kind !== "block") {
      this.#pieces.push(item);
      return;
    }
    const heading = this.#findings.headings.get(index);
    const prose = heading === undefined ? item : this.#addHeading(heading, item);
    if (prose.lines.length === 0) return;
    for (const lines of this.#passages.add(prose)) this.#pieces.push({ kind: "open", lines });
  }

  /** Adds the heading and returns the block without it. */
  #addHeading({ lineCount, ...heading }: Heading, block: Block): Block {
    this.#passages.interrupt();
    this.#pieces.push({ kind: "heading", ...heading });
    return withLines(block, block.lines.slice(lineCount));
  }
}
