const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
const LENGTH = 20;
/** Largest multiple of 36 in a byte; larger bytes are thrown away so that no letter is favoured. */
const FAIR_BELOW = 252;

/**
 * A random id of 20 characters of [0-9a-z], for cards, commands, boards and people. Uses getRandomValues, which
 * browsers have on http too (randomUUID is not there).
 */
export function newId(): string {
  let id = "";
  while (id.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < FAIR_BELOW && id.length < LENGTH) id += ALPHABET[byte % ALPHABET.length];
    }
  }
  return id;
}
