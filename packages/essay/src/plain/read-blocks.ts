import type { Block } from "../blocks/block.ts";

const LIGATURES = /[\ufb00-\ufb06]/gu;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

/** Cuts plain text, as a PDF or a word processor gives it up, into blocks. */
export function readBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let gapBefore = 0;
  let isAfterFeed = false;
  const close = () => {
    if (lines.length === 0) return;
    blocks.push({ kind: "block", lines, gapBefore, isAfterFeed });
    lines = [];
    gapBefore = 0;
    isAfterFeed = false;
  };
  for (const [pageIndex, page] of source.split("\f").entries()) {
    close();
    isAfterFeed ||= pageIndex > 0;
    for (const rawLine of page.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/u)) {
      const line = cleanLine(rawLine);
      if (line !== "") lines.push(line);
      else {
        close();
        gapBefore += 1;
      }
    }
  }
  close();
  return blocks;
}

function cleanLine(line: string): string {
  return line
    .replace(INVISIBLE, "")
    .replace(LIGATURES, (sign) => sign.normalize("NFKC"))
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(CONTROL, "")
    .trim();
}
