/** The blocks of a Markdown text; lines still hold their inline marks. */
export type MarkdownBlock =
  | { readonly kind: "heading"; readonly depth: number; readonly lines: readonly string[] }
  | { readonly kind: "paragraph"; readonly lines: readonly string[] }
  /** A blockquote; an empty line parts its paragraphs. */
  | { readonly kind: "blockquote"; readonly lines: readonly string[] }
  | { readonly kind: "note"; readonly label: string; readonly lines: readonly string[] }
  | ItemBlock;

/** An item of a list, with what is nested in it. */
export interface ItemBlock {
  readonly kind: "item";
  /** Number of an ordered item; absent for a bullet. */
  readonly number?: number;
  readonly lines: readonly string[];
  /** Lines of the paragraphs and lists under the item. */
  readonly nested: readonly string[];
}

type OpenBlock = {
  kind: "blockquote" | "item" | "note" | "paragraph";
  lines: string[];
  nested: string[];
  label: string;
  number: number | undefined;
  /** True from a blank line on: only indented lines still belong to an item or note. */
  isAfterBlank: boolean;
};

const MAX_FRONT_MATTER = 60;
const HEADING = /^ {0,3}(#{1,6})(?=\s|$)/u;
const UNDERLINE = /^ {0,3}(?:={1,200}|-{2,200}) {0,200}$/u;
const RULE = /^ {0,3}(?:(?:\* ?){3,100}|(?:- ?){3,100}|(?:_ ?){3,100})$/u;
const QUOTE = /^ {0,3}>/u;
const NOTE = /^ {0,3}\[\^([^\]\s]{1,60})\]:/u;
const ITEM = /^( {0,20})(?:[-*+]|(\d{1,9})[.)])(?: {1,8}|\t|$)/u;
const REFERENCE = /^ {0,3}\[[^\]^][^\]]{0,200}\]: {0,8}\S/u;
const FENCE = /^ {0,3}(`{3}|~{3})/u;
const TABLE_RULE = /^ {0,3}\|?[ :|-]{3,500}\|?[ :|-]{0,500}$/u;

/** Cuts Markdown into blocks, line by line: in time proportional to its length, whatever is in it. */
export function readMarkdown(source: string): MarkdownBlock[] {
  const reader = new MarkdownReader();
  const lines = source.replace(/^\ufeff/u, "").split(/\r\n|[\n\r\f]/u);
  for (const line of lines.slice(frontMatterLength(lines))) {
    reader.readLine(line.replaceAll("\t", "    "));
  }
  return reader.finish();
}

/** Lines of the "key: value" block between rules that a file may begin with. */
function frontMatterLength(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  const end = lines.slice(1, MAX_FRONT_MATTER).findIndex((line) => line.trimEnd() === "---");
  const isMatter = lines.slice(1, end + 1).every((line) => /^(?:[\w-]{1,60}:|\s|#|-)/u.test(line));
  return end > 0 && isMatter ? end + 2 : 0;
}

class MarkdownReader {
  readonly #blocks: MarkdownBlock[] = [];
  #open: OpenBlock | undefined;
  #fence: string | undefined;

  readLine(line: string): void {
    const fence = FENCE.exec(line)?.[1];
    if (this.#fence !== undefined || fence !== undefined) this.#readCode(line, fence);
    else if (line.trim() === "") this.#readBlank();
    else if (!this.#readMarker(line)) this.#readText(line);
  }

  finish(): MarkdownBlock[] {
    this.#close();
    return this.#blocks;
  }

  #readCode(line: string, fence: string | undefined): void {
    if (this.#fence === undefined) {
      this.#close();
      this.#fence = fence;
    } else if (fence === this.#fence) {
      this.#close();
      this.#fence = undefined;
    } else if (line.trim() !== "") this.#append("paragraph", line);
  }

  #readBlank(): void {
    const open = this.#open;
    if (open === undefined || open.kind === "paragraph" || open.kind === "blockquote")
      this.#close();
    else open.isAfterBlank = true;
  }

  /** Reads a line that begins or ends a block by the sign it starts with. */
  #readMarker(line: string): boolean {
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) return this.#addHeading(heading.length, [headingText(line)]);
    if (QUOTE.test(line)) return this.#append("blockquote", withoutQuoteMarks(line));
    if (this.#open?.kind === "paragraph" && UNDERLINE.test(line)) {
      const { lines } = this.#open;
      this.#open = undefined;
      return this.#addHeading(line.includes("=") ? 1 : 2, lines);
    }
    if (RULE.test(line)) return this.#close();
    const label = NOTE.exec(line);
    if (label !== null)
      return this.#begin("note", line.slice(label[0].length), { label: label[1] });
    if (REFERENCE.test(line) && this.#open?.kind !== "paragraph") return true;
    return this.#readItem(line) || this.#readTable(line);
  }

  #readItem(line: string): boolean {
    const match = ITEM.exec(line);
    if (match === null) return false;
    const indent = match[1]?.length ?? 0;
    const text = line.slice(match[0].length);
    if (this.#open?.kind === "item" && indent >= 2) this.#open.nested.push(text);
    else if (this.#open?.kind === "paragraph" && match[2] !== undefined && match[2] !== "1")
      return false;
    else this.#begin("item", text, match[2] === undefined ? {} : { number: Number(match[2]) });
    return true;
  }

  #readTable(line: string): boolean {
    if (!/^ {0,3}\|/u.test(line)) return false;
    if (TABLE_RULE.test(line)) return true;
    const cells = line.split("|").map((cell) => cell.trim());
    this.#begin("paragraph", cells.filter((cell) => cell !== "").join(" | "), {});
    return this.#close();
  }

  /** A line of text goes on with the open block, also without its sign ("lazy continuation"). */
  #readText(line: string): void {
    const open = this.#open;
    const isIndented = line.startsWith("  ");
    if (open?.isAfterBlank === true && !isIndented) this.#close();
    if (open?.kind === "item" && isIndented && (open.isAfterBlank || open.nested.length > 0)) {
      open.nested.push(line.trim());
    } else if (this.#open !== undefined) this.#open.lines.push(line.trim());
    else this.#begin("paragraph", line.trim(), {});
  }

  #addHeading(depth: number, lines: readonly string[]): true {
    this.#close();
    this.#blocks.push({ kind: "heading", depth, lines });
    return true;
  }

  #append(kind: "blockquote" | "paragraph", line: string): true {
    if (this.#open?.kind === kind) this.#open.lines.push(line);
    else this.#begin(kind, line, {});
    return true;
  }

  #begin(
    kind: OpenBlock["kind"],
    line: string,
    { label = "", number }: { label?: string | undefined; number?: number },
  ): true {
    this.#close();
    const lines = line.trim() === "" ? [] : [line.trim()];
    this.#open = { kind, lines, nested: [], label, number, isAfterBlank: false };
    return true;
  }

  #close(): true {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return true;
    const { kind, lines, nested, label, number } = open;
    if (kind === "note") this.#blocks.push({ kind, label, lines });
    else if (kind !== "item") this.#blocks.push({ kind, lines });
    else this.#blocks.push({ kind, lines, nested, ...(number === undefined ? {} : { number }) });
    return true;
  }
}

/** The text of "## Text ##". */
function headingText(line: string): string {
  const text = line
    .trim()
    .replace(/^#{1,6}/u, "")
    .trim();
  let end = text.length;
  while (text.charAt(end - 1) === "#") end -= 1;
  return end === 0 || text.charAt(end - 1) === " " ? text.slice(0, end).trim() : text;
}

/** The line without its quote marks, however deep the quotation is nested. */
function withoutQuoteMarks(line: string): string {
  let index = 0;
  while (line.charAt(index) === ">" || line.charAt(index) === " ") index += 1;
  return line.slice(index).trim();
}
