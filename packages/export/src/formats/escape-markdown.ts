import { writable } from "../writable.ts";

/** Markup wherever it stands: code, emphasis, links, HTML, entities, strike-through, tables, formulas. */
const MARKUP = /[\\`*_[\]<>&~|$]/g;
/**
 * What GitHub's dialect makes a link of without brackets: an address, a host, a mail address. It is shown as code:
 * some readers (remark among them) link it in spite of backslashes.
 * A mail address begins where a word does: tried from each sign of a long word it would take the square of its length.
 */
const BARE_LINK = /((?:(?:https?:\/\/|www\.)[^\s`]*|(?<![-.\w+])[-.\w+]+@[-\w]+(?:\.[-\w]+)+)+)/i;
/** What opens a heading, list, underline or number at the begin of a line, after the white space that Markdown skips. */
const LINE_START = /^\s*(?:([#+=-])|(\d{1,9})([.)]))?/;

/** One line of Markdown that shows `text` letter by letter; line ends become spaces. */
export function escapeLine(text: string): string {
  return writable(text)
    .replace(/\s+/g, " ")
    .trim()
    .split(BARE_LINK) // the links stand at the odd places
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : part.replace(MARKUP, "\\$&")))
    .join("")
    .replace(/#+$/, (hashes) => hashes.replaceAll("#", "\\#")) // else a heading's closing mark
    .replace(LINE_START, (_, sign = "", number = "", mark = "") =>
      sign || mark ? `${number}\\${sign || mark}` : "",
    );
}

/** The same for a text of several lines: a line end shows as one, an empty line parts paragraphs; none at begin or end. */
export function escapeLines(text: string): string[] {
  const lines = writable(text)
    .trim()
    .split(/\r\n?|\n|[\u2028\u2029]/)
    .map(escapeLine);
  return lines.map((line, index) => (line !== "" && lines[index + 1] ? `${line}\\` : line));
}
