import { isStorable, NAME_MAX_LENGTH } from "@hefboom/board";

import { AccessError } from "../access/access-error.ts";

/** Control characters and the invisible signs that turn or hide the text around them. */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A name as it is stored; `undefined` for none. @throws {AccessError} INVALID_NAME */
export function cleanName(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  if (!isStorable(typed)) throw new AccessError("INVALID_NAME", "the name cannot be stored");
  const name = typed.replace(UNSEEN, " ").normalize("NFC").replace(/\s+/g, " ").trim();
  if (name.length > NAME_MAX_LENGTH) {
    throw new AccessError("INVALID_NAME", `a name has at most ${NAME_MAX_LENGTH} characters`);
  }
  return name === "" ? undefined : name;
}
