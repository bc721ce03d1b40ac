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
 * had a turn, gives it to whoever has been moving without one the longest.
 */
export class CursorSlots {
  readonly #slots = new Map<number, Slot>();
  /** When those who wait moved last; who waits longest is first. */
  readonly #waiting = new Map<number, number>();

  has(clientId: number): boolean {
    return this.#slots.has(clientId);
  }

  /** @returns whether this cursor is shown, and whose is no longer for its sake */
  move(clientId: number, at: { now: number; most: number }): { isShown: boolean; gone?: number } {
    const slot = this.#slots.get(clientId);
    if (slot !== undefined && this.#slots.size > at.most) {
      this.#slots.delete(clientId); // there are fewer places than before
      return { isShown: false, gone: clientId };
    }
    if (slot !== undefined) {
      slot.movedAt = at.now;
      return { isShown: true };
    }
    if (this.#slots.size < at.most) {
      this.#show(clientId, at.now);
      return { isShown: true };
    }
    this.#waiting.set(clientId, at.now);
    const gone = this.#isNext(clientId, at.now) ? this.#givesUp(at.now) : undefined;
    if (gone === undefined) return { isShown: false };
    this.#slots.delete(gone);
    this.#show(clientId, at.now);
    return { isShown: true, gone };
  }

  release(clientId: number): void {
    this.#slots.delete(clientId);
    this.#waiting.delete(clientId);
  }

  #show(clientId: number, now: number): void {
    this.#waiting.delete(clientId);
    this.#slots.set(clientId, { since: now, movedAt: now });
  }

  /** Who stopped moving waits no longer. */
  #isNext(clientId: number, now: number): boolean {
    for (const [first, movedAt] of this.#waiting) {
      if (now - movedAt < STILL_MS) return first === clientId;
      this.#waiting.delete(first);
    }
    return false;
  }

  #givesUp(now: number): number | undefined {
    let hadTurn: number | undefined;
    for (const [clientId, { since, movedAt }] of this.#slots) {
      if (now - movedAt >= STILL_MS) return clientId;
      if (now - since >= TURN_MS) hadTurn ??= clientId; // the oldest: a Map keeps the order of coming
    }
    return hadTurn;
  }
}
