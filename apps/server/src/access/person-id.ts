const ID_LENGTH = 20;
const HUES = 360;

/** An id of 20 characters [0-9a-z] that belongs to a hash: who comes with a key only is one person. */
export function personIdOf(hash: Uint8Array): string {
  const number = hash.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return (number % 36n ** BigInt(ID_LENGTH)).toString(36).padStart(ID_LENGTH, "0");
}

/** Hue of people who have none stored, in degrees: always the same one for the same person. */
export function hueOf(personId: string): number {
  let sum = 0;
  for (const sign of personId) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9_973;
  return sum % HUES;
}
