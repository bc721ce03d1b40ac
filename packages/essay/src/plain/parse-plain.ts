import { chooseLevers, isContents } from "../blocks/choose-levers.ts";
import { measureLayout } from "../blocks/layout.ts";
import { cutAtNumbers, findLists } from "../blocks/levers.ts";
import { inReadingOrder } from "../blocks/reading-order.ts";
import { takeFootnotes } from "../notes/footnotes.ts";
import type { Piece } from "../pieces.ts";
import { takeBoxes } from "./boxes.ts";
import { dropFurniture } from "./furniture.ts";
import { findHeadings } from "./headings.ts";
import { readBlocks } from "./read-blocks.ts";

/** Reads plain text, such as a PDF gives up, into pieces in reading order. */
export function parsePlain(source: string): Piece[] {
  const blocks = dropFurniture(readBlocks(source));
  const layout = measureLayout(blocks);
  const boxed = takeBoxes(blocks, layout);
  const items = cutAtNumbers(takeFootnotes(boxed, layout), layout);
  const lists = findLists(items, layout);
  const contents = lists.slice(0, 1).find((list) => isContents(list, items));
  const others = lists.filter((list) => list !== contents);
  const headings = findHeadings(items, lists, layout);
  const lastHeading = Math.max(-1, ...[...headings.keys()].slice(-1));
  const levers = chooseLevers(others, (list) => lastHeading < list.end);
  return inReadingOrder({ items, layout, headings, contents, levers });
}
