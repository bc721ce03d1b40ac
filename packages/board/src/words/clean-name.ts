import { NAME_MAX_LENGTH } from "../model/limits.ts";
import { isStorable } from "./clean-text.ts";

/** Control characters and the invisible signs that turn or hide the text around them. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A name of somebody as it is stored, empty when there is nothing to see; `undefined` when it cannot be stored. */
export function cleanName(typed: string): string | undefined {
  if (!isStorable(typed)) return undefined;
  const name = typed.replace(UNSEEN, " ").normalize("NFC").replace(/\s+/g, " ").trim();
  return name.length > NAME_MAX_LENGTH ? undefined : name;
}
