import { labelOf, localise } from "@hefboom/board";
import { stringify } from "csv-stringify/sync";

import type { ExportInput } from "../export-input.ts";
import { type PublishedCard, publishedCards } from "../published-cards.ts";
import { writable } from "../writable.ts";

/** Columns that every board has, before and after one column a label set (`label_<id>`). */
const COLUMNS_BEFORE = [
  "id",
  "group",
  "lever_number",
  "lever",
  "kind",
  "text",
  "author",
  "speaker",
  "via",
];
const COLUMNS_AFTER = ["passage", "created_at"];

/**
 * One row a card, as RFC 4180 has it, with a byte order mark so that spreadsheets read UTF-8. A cell that a
 * spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an apostrophe before it.
 */
export function toCsv(input: ExportInput): string {
  const columns = [
    ...COLUMNS_BEFORE,
    ...input.labelSets.map(({ id }) => `label_${id}`),
    ...COLUMNS_AFTER,
  ];
  const rows = publishedCards(input).map((card) => rowOf(input, card));
  return stringify([columns, ...rows], {
    bom: true,
    record_delimiter: "windows",
    // with a record_delimiter of one's own csv-stringify leaves lone \n and \r unquoted: a text could begin a row
    quote_record_delimiter: true,
    escape_formulas: true,
    // escape_formulas knows all of these but the line feed
    cast: { string: (cell) => (cell.startsWith("\n") ? `'${cell}` : cell) },
  });
}

function rowOf(input: ExportInput, card: PublishedCard): string[] {
  const { lever } = card;
  const group = input.groups.find(({ id }) => id === lever?.group);
  return [
    card.id,
    group === undefined ? "" : writable(localise(group.title, input.locale)),
    lever === undefined ? "" : String(lever.number),
    lever === undefined ? "" : writable(localise(lever.title, input.locale)),
    card.kind,
    card.text,
    card.author ?? "",
    card.speaker ?? "",
    card.via ?? "",
    ...input.labelSets.map((set) => {
      const label = labelOf(set, card.labels);
      return label === undefined ? "" : writable(localise(label.title, input.locale));
    }),
    card.passage ?? "",
    card.createdAt === undefined ? "" : new Date(card.createdAt).toISOString(),
  ];
}
