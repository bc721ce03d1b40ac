import type { HeadingPiece, Piece } from "../pieces.ts";

/** Headings that name the beginning of a text and so are never its title. */
const OPENING_WORDS = new Set(
  "inleiding voorwoord vooraf introduction preface foreword prologue einleitung vorwort préface avant-propos prologue proloog".split(
    " ",
  ),
);
/** Headings above notes at the end; without the notes nothing is left below them. */
const NOTES_WORDS = new Set(
  "noten voetnoten eindnoten notes endnotes footnotes anmerkungen fußnoten endnoten".split(" "),
);

/** Finds the title, and turns headings that have nothing below them back into text. */
export function settleHeadings(pieces: readonly Piece[]): Piece[] {
  const settled: Piece[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const next = pieces[index + 1];
    index += 1;
    if (piece.kind !== "heading") settled.push(piece);
    else if (
      piece.number !== undefined &&
      piece.title === "" &&
      next?.kind === "heading" &&
      next.number === undefined
    ) {
      settled.push({ ...next, number: piece.number });
      index += 1;
    } else settled.push(...settleHeading(piece, next, settled.length === 0));
  }
  return settled;
}

function settleHeading(heading: HeadingPiece, next: Piece | undefined, isFirst: boolean): Piece[] {
  if (heading.number !== undefined) return [heading];
  const word = heading.title
    .toLowerCase()
    .replace(/[^\p{L}-]+/gu, " ")
    .trim();
  if (isFirst && !OPENING_WORDS.has(word)) return [{ kind: "title", text: heading.title }];
  const isEmpty = next === undefined || next.kind === "heading" || next.kind === "note";
  if (!isEmpty) return [heading];
  return NOTES_WORDS.has(word) ? [] : [{ kind: "prose", text: heading.title }];
}
