import { type CreateCommand, orderBetween, type PlaceCommand } from "@hefboom/board";

/** Keys for cards that wait to be put last by the server: each keeps its key, so that nothing jumps meanwhile. */
export class ProvisionalOrders {
  readonly #lastOn: (lever: string | null) => string | undefined;
  readonly #orderOf = new Map<string, string>();
  readonly #highest = new Map<string | null, string>();

  /** @param lastOn the last key that the view shows on a lever */
  constructor(lastOn: (lever: string | null) => string | undefined) {
    this.#lastOn = lastOn;
  }

  of({ id, lever, order }: CreateCommand | PlaceCommand): string {
    if (order !== undefined) return order;
    // A command changed before it was sent may lie on another lever by now.
    const key = `${lever} ${id}`;
    const known = this.#orderOf.get(key);
    if (known !== undefined) return known;
    const shown = this.#lastOn(lever) ?? null;
    const given = this.#highest.get(lever) ?? null;
    const last = shown === null || (given !== null && given > shown) ? given : shown;
    const next = orderBetween(last, null);
    this.#highest.set(lever, next);
    this.#orderOf.set(key, next);
    return next;
  }

  /** Nothing is pending any more. */
  clear(): void {
    this.#orderOf.clear();
    this.#highest.clear();
  }
}
