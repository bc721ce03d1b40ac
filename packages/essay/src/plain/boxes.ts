import { type Block, firstLine } from "../blocks/block.ts";
import type { Layout } from "../blocks/layout.ts";
import type { QuotePiece } from "../pieces.ts";
import { readNumbering } from "../text/numbering.ts";
import { isLeftOpen, type Quotation, readQuotation } from "../text/quotation.ts";
import { readDashed } from "../text/speaker.ts";

/** Blocks that one text box may be spread over, and how long it may get, in characters. */
const MAX_BOX_BLOCKS = 4;
const MAX_SPREAD_BOX = 800;

/** Takes the text boxes with quotations out from between the blocks. */
export function takeBoxes(blocks: readonly Block[], layout: Layout): (Block | QuotePiece)[] {
  const items: (Block | QuotePiece)[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const box = readBox(blocks, index, layout);
    if (box === undefined) items.push(block);
    else {
      for (const quote of box.quotes) items.push(quote);
      index += box.blockCount - 1;
    }
  }
  return items;
}

interface Box {
  readonly quotes: readonly QuotePiece[];
  readonly blockCount: number;
}

function readBox(blocks: readonly Block[], index: number, layout: Layout): Box | undefined {
  const block = blocks[index];
  if (block === undefined) return undefined;
  const single = readQuotation(block.lines, layout.join);
  if (single !== undefined) return withSpeakerBelow(single, blocks[index + 1]);
  const row = readRow(block, layout);
  if (row !== undefined) return { quotes: row, blockCount: 1 };
  return readSpreadBox(blocks, index, layout);
}

/** Adds the attribution that stands as a block of its own below the box. */
function withSpeakerBelow(quotation: Quotation, next: Block | undefined): Box {
  const line = next?.lines.length === 1 && next.gapBefore <= 1 ? firstLine(next) : "";
  const speaker = quotation.speaker === undefined ? readDashed(line, true) : undefined;
  if (speaker === undefined) return { quotes: [{ kind: "quote", ...quotation }], blockCount: 1 };
  return { quotes: [{ kind: "quote", ...quotation, speaker }], blockCount: 2 };
}

/** Several quotations under each other without blank lines; undefined unless every part is one. */
function readRow(block: Block, layout: Layout): QuotePiece[] | undefined {
  const parts: string[][] = [];
  for (const line of block.lines) {
    const open = parts.at(-1);
    if (open === undefined || (/^["“„«»‘‹]/u.test(line) && !isLeftOpen(open.join("\n"))))
      parts.push([line]);
    else open.push(line);
    if (parts.length === 1 && (parts[0]?.length ?? 0) > 20) return undefined;
  }
  if (parts.length < 2) return undefined;
  const quotes: QuotePiece[] = [];
  for (const part of parts) {
    const quotation = readQuotation(part, layout.join);
    if (quotation === undefined) return undefined;
    quotes.push({ kind: "quote", ...quotation });
  }
  return quotes;
}

/** A box with blank lines inside: an opening mark that only a later block closes. */
function readSpreadBox(blocks: readonly Block[], index: number, layout: Layout): Box | undefined {
  const lines: string[] = [];
  let length = 0;
  for (let count = 1; count <= MAX_BOX_BLOCKS; count += 1) {
    const block = blocks[index + count - 1];
    if (block === undefined || (count > 1 && readNumbering(firstLine(block)) !== undefined)) break;
    length += block.lines.reduce((sum, line) => sum + line.length, 0);
    if (length > MAX_SPREAD_BOX || (count === 1 && !isLeftOpen(block.lines.join("\n")))) break;
    const repeatsMark = count > 1 && firstLine(block).charAt(0) === lines[0]?.charAt(0);
    lines.push(
      ...(repeatsMark ? [firstLine(block).slice(1), ...block.lines.slice(1)] : block.lines),
    );
    const quotation = count > 1 ? readQuotation(lines, layout.join) : undefined;
    if (quotation !== undefined)
      return { quotes: [{ kind: "quote", ...quotation }], blockCount: count };
  }
  return undefined;
}
