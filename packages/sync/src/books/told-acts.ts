/** Somebody goes on with the same thing for a while: so often, in ms, it is told again. */
const AGAIN_MS = 5 * 60_000;

interface Told {
  readonly personId: string;
  readonly op: string;
  readonly about: string | null;
}

/**
 * What the readable log told lately, so that it stays readable: each letter typed in a card, or each card dragged into a
 * cluster, is no news. In memory alone: after a restart something may be told once more.
 */
export class ToldActs {
  /** When, in ms since 1970; what was told first is first. */
  readonly #toldAt = new Map<string, number>();

  /** Whether it has not been told for a while; from now on it has. */
  isNews({ personId, op, about }: Told, now: number): boolean {
    this.#forget(now);
    const key = [personId, op, about].join("/");
    if (this.#toldAt.has(key)) return false;
    this.#toldAt.set(key, now);
    return true;
  }

  #forget(now: number): void {
    for (const [key, at] of this.#toldAt) {
      if (at <= now && now < at + AGAIN_MS) return;
      this.#toldAt.delete(key);
    }
  }
}
