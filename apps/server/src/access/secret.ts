import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Bytes of a key or token: 192 bits. */
const SECRET_BYTES = 24;

/** A new key or token, as it stands in links and headers. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** What is stored of a key or token. They are random, so a plain hash cannot be guessed back. */
export function hashOf(secret: string): Uint8Array {
  return createHash("sha256").update(secret).digest();
}

export function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
