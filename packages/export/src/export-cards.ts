import type { ExportFormat } from "@hefboom/contract";
import type { ExportInput } from "./export-input.ts";
import { toCsv } from "./formats/csv.ts";
import { toJson } from "./formats/json.ts";
import { toMarkdown } from "./formats/md.ts";

export interface ExportedFile {
  readonly body: string;
  readonly mediaType: string;
  /** ASCII only, so that it stands in a header as it is. */
  readonly fileName: string;
}

const formats = {
  csv: { write: toCsv, mediaType: "text/csv; charset=utf-8" },
  json: { write: toJson, mediaType: "application/json; charset=utf-8" },
  md: { write: toMarkdown, mediaType: "text/markdown; charset=utf-8" },
} as const satisfies Record<
  ExportFormat,
  { write: (input: ExportInput) => string; mediaType: string }
>;

/** The cards that may be published, as a file. What has no consent is in none of them. */
export function exportCards(format: ExportFormat, input: ExportInput): ExportedFile {
  const { write, mediaType } = formats[format];
  return { body: write(input), mediaType, fileName: fileNameOf(format, input) };
}

const NAME_MAX_LENGTH = 60;

function fileNameOf(format: ExportFormat, { title, exportedAt }: ExportInput): string {
  const name = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, NAME_MAX_LENGTH)
    .replace(/^-|-$/g, "");
  const day = new Date(exportedAt).toISOString().slice(0, 10);
  return `${name || "hefboom"}-${day}.${format}`;
}
