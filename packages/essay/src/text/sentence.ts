const CLOSERS = new Set([..."\"'”’“»«›‹)]"]);
const OPENERS = new Set([..."\"'“”„‟‘’‚«»‹›([… "]);

/** The last character that is neither white space nor a closing quotation mark or bracket. */
function lastSign(text: string): string {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const sign = text.charAt(index);
    if (sign.trim() !== "" && !CLOSERS.has(sign)) return sign;
  }
  return "";
}

/** The first character that is neither white space nor an opening quotation mark or bracket. */
function firstSign(text: string): string {
  for (const sign of text) if (!OPENERS.has(sign)) return sign;
  return "";
}

/** True when a sentence (or what introduces a list) ends with this text. */
export function endsSentence(text: string): boolean {
  return ".!?…:;".includes(lastSign(text) || " ");
}

/** True where a heading could end: no full stop, comma or colon, but a question is allowed. */
export function endsLikeHeading(text: string): boolean {
  return !".…:;,-–—".includes(lastSign(text) || ".");
}

export function startsLower(text: string): boolean {
  return /^\p{Ll}/u.test(firstSign(text));
}

export function startsUpper(text: string): boolean {
  return /^\p{Lu}/u.test(firstSign(text));
}

/** True when the text stands in one pair of parentheses, such as a hint. */
export function isParenthesised(text: string): boolean {
  return text.startsWith("(") && /\)[.,;]?$/u.test(text.slice(-2));
}

/** The text without the parentheses around it. */
export function withoutParentheses(text: string): string {
  return text.slice(1, text.lastIndexOf(")")).trim();
}
