import { writable } from "./writable.ts";

/** Markup wherever it stands: code, emphasis, links, HTML, entities, strike-through, tables, formulas. */
const MARKUP = /[\\`*_[\]<>&~|$]/g;
/** What GitHub's dialect makes a link of without brackets: an address, a host, a mail address. */
const BARE_LINK = /:(?=\/\/)|(?<=www)\.|@/gi;
/** What opens a heading, list, underline or number at the begin of a line, after the white space that Markdown skips. */
const LINE_START = /^\s*(?:([#+=-])|(\d{1,9})([.)]))?/;

/** One line of Markdown that shows `text` letter by letter; line ends become spaces. */
export function escapeLine(text: string): string {
  const escaped = writable(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(MARKUP, "\\$&")
    .replace(BARE_LINK, "\\$&")
    .replace(LINE_START, (_, sign = "", number = "", mark = "") =>
      sign || mark ? `${number}\\${sign || mark}` : "",
    );
  return escaped.replace(/#+$/, (hashes) => hashes.replaceAll("#", "\\#")); // else a heading's closing mark
}

/** The same for a text of several lines: a line end shows as one, an empty line parts paragraphs; none at begin or end. */
export function escapeLines(text: string): string[] {
  const lines = writable(text)
    .trim()
    .split(/\r\n?|\n|[\u2028\u2029]/)
    .map(escapeLine);
  return lines.map((line, index) => (line !== "" && lines[index + 1] ? `${line}\\` : line));
}
