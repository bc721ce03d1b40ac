import { hashOf, newSecret } from "../access/secret.ts";

/** How long a code waits to be used. */
const VALID_MS = 5 * 60_000;

/** Who goes on elsewhere. */
export interface Transfer {
  readonly boardId: string;
  readonly personId: string;
}
export interface OfferedTransfer {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Codes by which people go on on another device, each good for one time. Kept in memory by their hash alone: after a
 * restart people ask for another one.
 */
export class Transfers {
  readonly #waiting = new Map<string, Transfer & { readonly expiresAt: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A new code; the one that this person had before opens nothing any more. */
  offer({ boardId, personId }: Transfer): OfferedTransfer {
    this.#forget((one) => one.boardId === boardId && one.personId === personId);
    const code = newSecret();
    const expiresAt = this.#now() + VALID_MS;
    this.#waiting.set(keyOf(code), { boardId, personId, expiresAt });
    return { code, expiresAt };
  }

  /** Whose code this is; from then on it is nobody's. */
  take(code: string): Transfer | undefined {
    const key = keyOf(code);
    const found = this.#waiting.get(key);
    this.#waiting.delete(key);
    return found !== undefined && found.expiresAt > this.#now() ? found : undefined;
  }

  /** With the codes that nobody used in time, so that no more are kept than there are people. */
  #forget(isOld: (one: Transfer) => boolean): void {
    const now = this.#now();
    for (const [key, one] of this.#waiting) {
      if (one.expiresAt <= now || isOld(one)) this.#waiting.delete(key);
    }
  }
}

function keyOf(code: string): string {
  return Buffer.from(hashOf(code)).toString("base64");
}
