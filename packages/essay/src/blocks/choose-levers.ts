import { readNumbering } from "../text/numbering.ts";
import { type Block, firstLine } from "./block.ts";
import type { NumberedList, TextItem } from "./levers.ts";

const MIN_LEVERS = 3;
/** Share of entries that must return as headings before a list is a table of contents. */
const CONTENTS_SHARE = 0.6;
const LEADER = /[ .…]*[.…\t ] ?\d{1,3}$/u;

/**
 * The list of levers among the numbered lists: the one with most hints and groups, or else the last
 * one, where it stands in the final chapter.
 * @param isFinal Whether no chapter begins behind that list.
 */
export function chooseLevers(
  lists: readonly NumberedList[],
  isFinal: (list: NumberedList) => boolean,
): NumberedList | undefined {
  let best: NumberedList | undefined;
  for (const list of lists) {
    if (list.levers.length < MIN_LEVERS || (score(list) === 0 && !isFinal(list))) continue;
    if (best === undefined || score(list) >= score(best)) best = list;
  }
  return best;
}

function score(list: NumberedList): number {
  const hintCount = list.levers.filter((lever) => lever.hint !== undefined).length;
  return hintCount + (list.hasGroups ? list.levers.length : 0);
}

/** True for a table of contents: most of its entries return later as lines of their own. */
export function isContents(list: NumberedList, items: readonly TextItem[]): boolean {
  const wanted = new Set(list.levers.map((lever) => plainTitle(lever.title)));
  const found = new Set<string>();
  for (const item of items.slice(list.end)) {
    if (item.kind !== "block") continue;
    for (const title of [firstTitle(item), item.lines.slice(0, 3).join(" ")]) {
      const key = plainTitle(title);
      if (wanted.has(key)) found.add(key);
    }
  }
  return wanted.size > 1 && found.size >= wanted.size * CONTENTS_SHARE;
}

function firstTitle(block: Block): string {
  return readNumbering(firstLine(block))?.rest ?? firstLine(block);
}

function plainTitle(title: string): string {
  return title.slice(0, 200).replace(LEADER, "").trim().toLowerCase();
}
