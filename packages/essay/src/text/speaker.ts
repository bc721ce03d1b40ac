import { endsSentence, startsUpper } from "./sentence.ts";

/** Longest attribution, in characters. */
const MAX_LENGTH = 120;
const DASHES = /^(?:[—–―~]{1,2}|-{1,3})\s?(?=\S)/u;

/** What follows a closing quotation mark when that is nothing, or an attribution. */
export interface Attribution {
  /** Absent when nothing follows the mark. */
  readonly name?: string;
}

/**
 * Reads "— Name, role", "(Name, role)" or a line of its own that looks like a name.
 * @param tail What stands after the closing mark, line breaks kept.
 * @returns undefined when the text runs on after the mark
 */
export function readSpeaker(tail: string): Attribution | undefined {
  const rest = tail.replace(/^[.,;!?]/u, "");
  const text = rest.replace(/\s+/gu, " ").trim();
  if (text === "") return {};
  if (text.length > MAX_LENGTH) return undefined;
  const isOwnLine = /^\s*\n/u.test(rest.slice(0, 8));
  const dashed = readDashed(text, isOwnLine);
  if (dashed !== undefined) return { name: dashed };
  if (/^\([^()]+\)\.?$/u.test(text)) return { name: text.slice(1, text.lastIndexOf(")")).trim() };
  const isName = isOwnLine && startsUpper(text) && /^\p{Lu}/u.test(text) && !endsSentence(text);
  return isName ? { name: text } : undefined;
}

/** The name after a dash; in the middle of a line only when it cannot be an aside of a sentence. */
export function readDashed(text: string, isOwnLine: boolean): string | undefined {
  if (text.length > MAX_LENGTH || !DASHES.test(text)) return undefined;
  const name = text.replace(DASHES, "").trim();
  if (!isOwnLine && (!startsUpper(name) || endsSentence(name))) return undefined;
  const bare = name.replace(/[.,]$/u, "").replace(/\s*[—–]$/u, "");
  return /\p{L}/u.test(bare) ? bare : undefined;
}
