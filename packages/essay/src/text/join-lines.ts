/** Joins the lines of one paragraph to running text. */
export type LineJoiner = (lines: readonly string[]) => string;

/** Share of lines ending in a hyphen from which a layout is taken to break words. */
const HYPHENATING_SHARE = 0.02;
/** Words after which a hyphen that ends a line stands for a part left out ("pre- and post-war"). */
const CONJUNCTIONS = new Set("en of and or und oder bis et ou to tot".split(" "));
/** Prefixes that are written with a hyphen. */
const HYPHEN_PREFIXES = new Set("a co e ex no non t x".split(" "));

const WORD = /[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu;
/** Bounded, so that a long line costs no more than its length. */
const BROKEN_END = /([\p{L}\p{N}]{1,60})[-‐]$/u;
const FIRST_WORD = /^[\p{L}\p{N}]{1,60}/u;

interface Evidence {
  readonly words: ReadonlySet<string>;
  readonly compounds: ReadonlySet<string>;
  readonly firstParts: ReadonlySet<string>;
  readonly isHyphenating: boolean;
}

/**
 * A joiner that decides from the whole text whether a hyphen at a line's end belongs to the word
 * ("well-\nknown") or only broke it ("impor-\ntant").
 */
export function lineJoiner(allLines: readonly string[]): LineJoiner {
  const evidence = gatherEvidence(allLines);
  return (lines) => {
    const parts: string[] = [];
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      parts.push(next === undefined ? line : lineWithGlue(line, next, evidence));
    }
    return parts.join("").trim();
  };
}

function gatherEvidence(lines: readonly string[]): Evidence {
  const words = new Set<string>();
  const compounds = new Set<string>();
  const firstParts = new Set<string>();
  let brokenCount = 0;
  for (const line of lines) {
    if (BROKEN_END.test(line.slice(-61))) brokenCount += 1;
    for (const [match] of line.matchAll(WORD)) {
      const word = match.toLowerCase().replaceAll("‐", "-");
      const hyphen = word.indexOf("-");
      (hyphen < 0 ? words : compounds).add(word);
      if (hyphen > 0) firstParts.add(word.slice(0, hyphen));
    }
  }
  return {
    words,
    compounds,
    firstParts,
    isHyphenating: brokenCount > lines.length * HYPHENATING_SHARE,
  };
}

/** The line with what belongs between it and the next one. */
function lineWithGlue(line: string, next: string, evidence: Evidence): string {
  if (line.endsWith("\u00ad")) return line.slice(0, -1);
  const left = BROKEN_END.exec(line.slice(-61))?.[1];
  const right = FIRST_WORD.exec(next.slice(0, 61))?.[0];
  if (left === undefined || right === undefined) return `${line} `;
  const isWord = evidence.words.has(left.toLowerCase() + right);
  if (!isWord && CONJUNCTIONS.has(right) && /^\s/u.test(next.slice(right.length)))
    return `${line} `;
  return keepsHyphen(left, right, evidence) ? line : line.slice(0, -1);
}

function keepsHyphen(left: string, right: string, evidence: Evidence): boolean {
  if (!/^\p{Ll}/u.test(right) || /\p{N}$/u.test(left)) return true;
  const first = left.toLowerCase();
  if (evidence.words.has(first + right)) return false;
  if (evidence.compounds.has(`${first}-${right}`) || evidence.firstParts.has(first)) return true;
  return HYPHEN_PREFIXES.has(first) || !evidence.isHyphenating;
}
