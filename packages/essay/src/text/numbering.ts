/** How a line is numbered; lines of one list or one row of headings share `style`. */
export interface Numbering {
  /** "1.", "1-", "I.", "chapter": the sign after the number, the kind of number or the word before it. */
  readonly style: string;
  readonly number: number;
  /** What follows the number; may be empty after a word ("Chapter 1"). */
  readonly rest: string;
  readonly kind: "bare" | "chapter" | "decimal" | "label" | "roman";
}

const DECIMAL = /^(\d{1,3}) ?([.)\-–—:])(?: +(?=\S)|(?=\p{Lu}))/u;
const BARE = /^(\d{1,2}) +(?=["“‘«„]?\p{Lu})/u;
const ROMAN = /^([IVXL]{1,7}) ?([.)\-–—:]) +(?=\S)/u;
const LABEL = /^(\p{Lu}\p{L}{2,20}) (\d{1,3}|[IVXL]{1,7})(?: ?[.:)\-–—] *|$| (?=["“‘«„]?\p{Lu}))/u;
/** Words for a chapter, in the languages that essays here are written in. */
const CHAPTER_WORDS = new Set(
  "hoofdstuk chapter kapitel chapitre deel part teil partie section sectie abschnitt paragraaf".split(
    " ",
  ),
);
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** The number that a line begins with, or undefined when it begins with none. */
export function readNumbering(line: string): Numbering | undefined {
  return readDecimal(line) ?? readRoman(line) ?? readLabel(line) ?? readBare(line);
}

function readDecimal(line: string): Numbering | undefined {
  const match = DECIMAL.exec(line);
  if (match === null) return undefined;
  const rest = line.slice(match[0].length).trim();
  return { style: `1${match[2]}`, number: Number(match[1]), rest, kind: "decimal" };
}

function readBare(line: string): Numbering | undefined {
  const match = BARE.exec(line);
  if (match === null) return undefined;
  const rest = line.slice(match[0].length).trim();
  return { style: "1", number: Number(match[1]), rest, kind: "bare" };
}

function readRoman(line: string): Numbering | undefined {
  const match = ROMAN.exec(line);
  const number = romanValue(match?.[1] ?? "");
  if (match === null || number === undefined) return undefined;
  return { style: `I${match[2]}`, number, rest: line.slice(match[0].length).trim(), kind: "roman" };
}

function readLabel(line: string): Numbering | undefined {
  const match = LABEL.exec(line);
  if (match === null) return undefined;
  const digits = match[2] ?? "";
  const number = /^\d/u.test(digits) ? Number(digits) : romanValue(digits);
  const word = (match[1] ?? "").toLowerCase();
  if (number === undefined) return undefined;
  const kind = CHAPTER_WORDS.has(word) ? "chapter" : "label";
  return { style: word, number, rest: line.slice(match[0].length).trim(), kind };
}

/** Value of a Roman numeral written by the rules, else undefined. */
function romanValue(numeral: string): number | undefined {
  if (!/^X{0,4}L?X{0,3}(?:IX|IV|V?I{0,3})$/u.test(numeral) || numeral === "") return undefined;
  let total = 0;
  let previous = 0;
  for (const letter of [...numeral].reverse()) {
    const value = ROMAN_VALUES[letter] ?? 0;
    total += value < previous ? -value : value;
    previous = Math.max(previous, value);
  }
  return total;
}
