import { endsSentence, startsLower } from "../text/sentence.ts";
import { type Block, firstLine } from "./block.ts";
import { continuesLine, endsEarly, isBulleted, type Layout } from "./layout.ts";

const BULLET = /^[•◦▪‣·*–-] /u;

/** Lines of one passage; grows while later blocks carry on its last sentence. */
export class Passages {
  readonly #layout: Layout;
  #open: string[] | undefined;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Nothing that follows carries on what came before, as after a heading. */
  interrupt(): void {
    this.#open = undefined;
  }

  /** The passages that begin in this block. Their lines may still grow until the text ends. */
  add(block: Block): string[][] {
    const [head = [], ...others] = paragraphsOf(block, this.#layout);
    const last = this.#open?.at(-1);
    if (
      this.#open !== undefined &&
      last !== undefined &&
      continuesLine(last, firstLine(block), this.#layout)
    ) {
      for (const line of head) this.#open.push(line);
      this.#open = others.at(-1) ?? this.#open;
      return others;
    }
    this.#open = others.at(-1) ?? head;
    return [head, ...others];
  }
}

/** Text of a passage, without the bullet that it may begin with. */
export function passageText(lines: readonly string[], layout: Layout): string {
  const [head = "", ...others] = lines;
  return layout.join([isBulleted(head) ? head.replace(BULLET, "") : head, ...others]);
}

/** Cuts a block where somebody began a new paragraph without a blank line. */
function paragraphsOf(block: Block, layout: Layout): string[][] {
  const paragraphs: string[][] = [];
  for (const line of block.lines) {
    const open = paragraphs.at(-1);
    if (open === undefined || beginsParagraph(open.at(-1) ?? "", line, layout))
      paragraphs.push([line]);
    else open.push(line);
  }
  return paragraphs;
}

function beginsParagraph(last: string, line: string, layout: Layout): boolean {
  if (isBulleted(line)) return endsSentence(last) || !/^[-–]/u.test(line);
  if (!layout.isWrapped) return !continuesLine(last, line, layout);
  return endsSentence(last) && !startsLower(line) && endsEarly(last, line, layout);
}
