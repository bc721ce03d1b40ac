import {
  type CardKind,
  cleanText,
  isStorable,
  type LeverView,
  NAME_MAX_LENGTH,
} from "@hefboom/board";

import { type CsvRow, readCsv } from "./read-csv.ts";

type CardProblem =
  | "empty"
  | "too-long"
  | "unreadable"
  | "lever"
  | "kind"
  | "speaker"
  | "cells"
  | "unclosed";

/** A card that was pasted, and what keeps it from being made. */
export interface PastedCard {
  /** Line in the pasted text, from 1. */
  readonly line: number;
  readonly text: string;
  readonly kind: CardKind;
  /** `undefined`: it says none, so the one that is chosen for all counts. */
  readonly lever: string | undefined;
  readonly speaker: string;
  readonly problem: CardProblem | undefined;
}

type Column = "text" | "lever" | "kind" | "speaker";
/** Headings of columns, in both languages of the program. */
const columnOf: ReadonlyMap<string, Column> = new Map([
  ["text", "text"],
  ["tekst", "text"],
  ["lever", "lever"],
  ["hefboom", "lever"],
  ["kind", "kind"],
  ["soort", "kind"],
  ["speaker", "speaker"],
  ["spreker", "speaker"],
]);
const kindOf: ReadonlyMap<string, CardKind> = new Map([
  ["", "note"],
  ["note", "note"],
  ["notitie", "note"],
  ["quote", "quote"],
  ["citaat", "quote"],
]);
const SEPARATORS = [";", ",", "\t"] as const;
/** Refused in any text. */
const NO_SEPARATOR = "\u0000";

/** One card a line; or CSV, when the first line names its columns, one of them the text. */
export function parseCards(pasted: string, levers: readonly LeverView[]): PastedCard[] {
  const text = pasted.replace(/^\uFEFF/, "");
  for (const separator of SEPARATORS) {
    const [head, ...rows] = readCsv(text, separator);
    const columns = head && columnsOf(head);
    if (columns === undefined) continue;
    // One column has nothing to separate: what looks like it belongs to the words.
    const cards = columns.length > 1 ? rows : readCsv(text, NO_SEPARATOR).slice(1);
    return cards.map((row) => fromRow(row, columns, levers));
  }
  return fromLines(text);
}

/** `undefined` when these are no names of columns. */
function columnsOf({ cells }: CsvRow): Column[] | undefined {
  const columns = cells.flatMap((cell) => columnOf.get(plain(cell)) ?? []);
  const isHead = columns.length === cells.length && new Set(columns).size === columns.length;
  return isHead && columns.includes("text") ? columns : undefined;
}

/** Without the dash or dot that a list has before its lines. */
function fromLines(text: string): PastedCard[] {
  return text.split(/\r\n?|\n/).flatMap((line, index) => {
    const words = line.replace(/^\s*[-–•*]\s+/, "").trim();
    if (words === "") return [];
    const card = {
      line: index + 1,
      text: words,
      kind: "note",
      lever: undefined,
      speaker: "",
    } as const;
    return [{ ...card, problem: textProblem(words) }];
  });
}

function fromRow(
  row: CsvRow,
  columns: readonly Column[],
  levers: readonly LeverView[],
): PastedCard {
  const cell = (column: Column) => row.cells[columns.indexOf(column)] ?? "";
  const [text, speaker] = [cell("text"), cell("speaker")];
  const lever = leverOf(cell("lever"), levers);
  const kind = kindOf.get(plain(cell("kind")));
  return {
    line: row.line,
    text,
    kind: kind ?? "note",
    lever: lever ?? undefined,
    speaker,
    problem:
      rowProblem(row, columns) ??
      textProblem(text) ??
      (lever === null ? "lever" : undefined) ??
      (kind === undefined ? "kind" : undefined) ??
      (isName(speaker) ? undefined : "speaker"),
  };
}

function rowProblem({ cells, isUnclosed }: CsvRow, columns: readonly Column[]) {
  if (isUnclosed) return "unclosed";
  return cells.slice(columns.length).some((cell) => cell !== "") ? "cells" : undefined;
}

function textProblem(text: string): CardProblem | undefined {
  if (text === "") return "empty";
  const cleaned = cleanText(text);
  if (!("refused" in cleaned)) return undefined;
  return cleaned.refused === "too-long" ? "too-long" : "unreadable";
}

const isName = (name: string): boolean => isStorable(name) && name.length <= NAME_MAX_LENGTH;

/** By number, id or title in any language. `undefined`: none was said; `null`: there is no such lever. */
function leverOf(said: string, levers: readonly LeverView[]): string | null | undefined {
  const sought = plain(said);
  if (sought === "") return undefined;
  const found = levers.find(
    ({ id, number, title }) =>
      id === sought ||
      String(number) === sought ||
      Object.values(title).some((each) => plain(each) === sought),
  );
  return found?.id ?? null;
}

const plain = (text: string): string => text.normalize("NFC").trim().toLocaleLowerCase();
