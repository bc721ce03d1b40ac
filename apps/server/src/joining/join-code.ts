import { randomInt } from "node:crypto";

/** Consonants and digits that nobody takes for one another, on paper or read aloud; no vowels, so no words. */
const ALPHABET = "CDFGHJKMNPRTVWXY34679";
const LENGTH = 6;

export function newJoinCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** The code as it is stored, from what somebody typed; `undefined` when it can be none. */
export function parseJoinCode(typed: string): string | undefined {
  const code = typed.replace(/[\s\p{Pd}._]+/gu, "").toUpperCase();
  const isCode = code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign));
  return isCode ? code : undefined;
}
