/** Control characters, among them those that drive a terminal, and the signs that turn the text around them. */
const UNPRINTABLE = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Text of people as one line on a terminal: it may neither move the cursor nor set a window's title. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, " ").replace(/\s+/g, " ").trim();
}
