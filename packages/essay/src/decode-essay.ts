import { EssayError } from "./essay-error.ts";

/** Share of control characters above which bytes are no text. */
const MAX_CONTROL_SHARE = 0.02;

/**
 * Text of a file: UTF-8, or windows-1252 where the bytes are no UTF-8; the byte order mark is left out.
 * @throws {EssayError} ESSAY_BINARY for bytes that are no text, ESSAY_EMPTY for white space alone
 */
export function decodeEssay(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new EssayError("ESSAY_BINARY", "the file holds NUL bytes");
  const text = decodeText(bytes);
  if (controlShare(text) > MAX_CONTROL_SHARE) {
    throw new EssayError("ESSAY_BINARY", "the file holds too many control characters");
  }
  if (text.trim() === "") throw new EssayError("ESSAY_EMPTY", "the file holds no text");
  return text;
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the older encoding of the same alphabet gives every byte a meaning.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Control characters (C0 without white space, DEL, C1) per character, 0 for an empty text. */
function controlShare(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (isControl(text.charCodeAt(index))) count += 1;
  }
  return text.length === 0 ? 0 : count / text.length;
}

function isControl(code: number): boolean {
  const isWhiteSpace = code >= 9 && code <= 13;
  return (code < 32 && !isWhiteSpace) || (code >= 127 && code <= 159);
}
