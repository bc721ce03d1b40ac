/** A cursor that stood still this long gives its place to one that moves, in ms. */
const STILL_MS = 1_500;
/** While others wait, a cursor is shown this long, however much it moves, in ms. */
const TURN_MS = 10_000;

interface Slot {
  readonly since: number;
  movedAt: number;
}

/**
 * Which cursors are shown when there are more than a screen can bear. Who moves keeps the place; who stands still, or
 * had a turn, gives it up as soon as somebody else needs it.
 */
export class CursorSlots {
  readonly #slots = new Map<number, Slot>();

  has(clientId: number): boolean {
    return this.#slots.has(clientId);
  }

  /** @returns whether this cursor is shown, and whose is no longer for its sake */
  move(clientId: number, at: { now: number; most: number }): { isShown: boolean; gone?: number } {
    const slot = this.#slots.get(clientId);
    if (slot !== undefined) {
      slot.movedAt = at.now;
      return { isShown: true };
    }
    const gone = this.#slots.size < at.most ? undefined : this.#givesUp(at.now);
    if (gone === undefined && this.#slots.size >= at.most) return { isShown: false };
    if (gone !== undefined) this.#slots.delete(gone);
    this.#slots.set(clientId, { since: at.now, movedAt: at.now });
    return gone === undefined ? { isShown: true } : { isShown: true, gone };
  }

  release(clientId: number): void {
    this.#slots.delete(clientId);
  }

  #givesUp(now: number): number | undefined {
    let stillest: { clientId: number; movedAt: number } | undefined;
    let hadTurn: number | undefined;
    for (const [clientId, { since, movedAt }] of this.#slots) {
      if (stillest === undefined || movedAt < stillest.movedAt) stillest = { clientId, movedAt };
      if (now - since >= TURN_MS) hadTurn ??= clientId; // the oldest: a Map keeps the order of coming
    }
    if (stillest !== undefined && now - stillest.movedAt >= STILL_MS) return stillest.clientId;
    return hadTurn;
  }
}
