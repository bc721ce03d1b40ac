/** Four words of five characters: every id of this package fits `[0-9a-z]{20}`, as board and contract ask. */
const CHARACTERS_A_WORD = 5;
const SEEDS = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762] as const;
const FACTORS = [597_399_067, 2_869_860_233, 951_274_213, 2_716_044_179] as const;

/** Gives each text an id of its own. */
export type IdMaker = (kind: string, text: string) => string;

/**
 * Ids that are a hash of kind and text, so that they stay when the text stays. The second and later
 * occurrence of a text are told apart by their count.
 */
export function idMaker(): IdMaker {
  const occurrences = new Map<string, number>();
  return (kind, text) => {
    const key = `${kind}\n${normalise(text)}`;
    const occurrence = occurrences.get(key) ?? 0;
    occurrences.set(key, occurrence + 1);
    // a normalised text has no line break, so that no text is mistaken for an occurrence of another
    return hashToId(occurrence === 0 ? key : `${key}\n${occurrence}`);
  };
}

function normalise(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim();
}

function hashToId(text: string): string {
  let id = "";
  for (const word of hashWords(text)) {
    id += word.toString(36).padStart(CHARACTERS_A_WORD, "0").slice(-CHARACTERS_A_WORD);
  }
  return id;
}

/** Four 32-bit words, in the manner of cyrb128: spreads well, and is no secret. */
function hashWords(text: string): readonly number[] {
  let [a, b, c, d]: [number, number, number, number] = [...SEEDS];
  const [fa, fb, fc, fd] = FACTORS;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ code, fa);
    b = c ^ Math.imul(b ^ code, fb);
    c = d ^ Math.imul(c ^ code, fc);
    d = a ^ Math.imul(d ^ code, fd);
  }
  a = Math.imul(c ^ (a >>> 18), fa);
  b = Math.imul(d ^ (b >>> 22), fb);
  c = Math.imul(a ^ (c >>> 17), fc);
  d = Math.imul(b ^ (d >>> 19), fd);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}
