/** Lines between blank lines; every line trimmed, with single spaces, and not empty. */
export interface Block {
  readonly kind: "block";
  readonly lines: readonly string[];
  /** Blank lines before this block. */
  readonly gapBefore: number;
  /** True when a form feed stood before this block. */
  readonly isAfterFeed: boolean;
}

/** Blank lines from which a gap may be the end of a page. */
const PAGE_GAP = 2;

/** A block with other lines, at the same place. */
export function withLines(block: Block, lines: readonly string[]): Block {
  return { ...block, lines };
}

/** The parts of a block that was cut; only the first keeps what stood before the block. */
export function cutBlock(block: Block, parts: readonly (readonly string[])[]): Block[] {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines, index) =>
      index === 0 ? withLines(block, lines) : { ...block, lines, gapBefore: 0, isAfterFeed: false },
    );
}

/** True where a page may end before this block (and at the end of the text). */
export function isPageStart(block: Block | undefined): boolean {
  return block === undefined || block.isAfterFeed || block.gapBefore >= PAGE_GAP;
}

export function firstLine(block: Block): string {
  return block.lines[0] ?? "";
}

export function lastLine(block: Block): string {
  return block.lines.at(-1) ?? "";
}
