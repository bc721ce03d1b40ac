const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
};

/** An escaped character, while the marks around it are taken out. */
const ESCAPED_FROM = 0xe000;
const IMAGE_OR_LINK =
  /!?\[([^[\]]{0,1000})\](?:\([^()\s]{0,1000}(?: +["'][^"'()]{0,300}["'])?\)|\[[^[\]]{0,200}\])/gu;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,1000})>/gu;
const TAG = /<[/!]?[a-zA-Z-][^<>]{0,500}>/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;
const ENTITY = /&(amp|apos|gt|lt|nbsp|quot);/gu;
const DELIMITER = /\*{1,3}|_{1,3}|~~|`{1,3}/gu;

/** The text of one line of Markdown, without the marks for emphasis, links, code and tags. */
export function inlineText(line: string): string {
  const escaped = line.replace(ESCAPE, (_match, sign: string) => {
    return String.fromCharCode(ESCAPED_FROM + sign.charCodeAt(0));
  });
  const plain = escaped.replace(AUTOLINK, "$1").replace(TAG, "").replace(IMAGE_OR_LINK, "$1");
  return withoutPairs(plain)
    .replace(ENTITY, (_match, name: string) => ENTITIES[name] ?? "")
    .replace(/[\ue021-\ue07e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - ESCAPED_FROM))
    .replace(/\s+/gu, " ")
    .trim();
}

interface Delimiter {
  readonly start: number;
  readonly end: number;
}

/** Takes out the delimiters that come in pairs; a lone one is a sign like any other. */
function withoutPairs(text: string): string {
  const open = new Map<string, Delimiter[]>();
  const paired: Delimiter[] = [];
  for (const match of text.matchAll(DELIMITER)) {
    const sign = match[0];
    const delimiter = { start: match.index, end: match.index + sign.length };
    const before = text.charAt(delimiter.start - 1);
    const after = text.charAt(delimiter.end);
    const stack = open.get(sign) ?? [];
    open.set(sign, stack);
    const isCode = sign.startsWith("`");
    const partner = canClose(sign, before, after) ? stack.pop() : undefined;
    if (partner !== undefined) paired.push(partner, delimiter);
    else if (isCode || canOpen(sign, before, after)) stack.push(delimiter);
  }
  return cut(text, paired);
}

function canClose(sign: string, before: string, after: string): boolean {
  if (sign.startsWith("`")) return true;
  return before.trim() !== "" && !(sign.startsWith("_") && /[\p{L}\p{N}]/u.test(after));
}

function canOpen(sign: string, before: string, after: string): boolean {
  return after.trim() !== "" && !(sign.startsWith("_") && /[\p{L}\p{N}]/u.test(before));
}

function cut(text: string, delimiters: readonly Delimiter[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [...delimiters].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, start));
    from = end;
  }
  return parts.join("") + text.slice(from);
}
