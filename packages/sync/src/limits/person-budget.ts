import type { Actor } from "@hefboom/board";

import { RateLimit } from "./rate-limit.ts";

/** How much a person may write at once, as a multiple of what they may write in a second: an outbox after a long silence. */
const BURST = 64;
/** What a command costs besides its text, in bytes. */
const COMMAND_BYTES = 200;
/** From so many people on, those who have been quiet are forgotten. */
const PEOPLE_MAX = 1_000;

/**
 * How much one participant may write on a board, over all their sockets and HTTP together. Without it one of them could
 * fill the board for all others in a second. The staff is not counted.
 */
export class PersonBudget {
  readonly #bytesPerSecond: number;
  readonly #now: () => number;
  readonly #ofPerson = new Map<string, RateLimit>();

  constructor(bytesPerSecond: number, now: () => number) {
    this.#bytesPerSecond = bytesPerSecond;
    this.#now = now;
  }

  /** Counts one command or edit. @returns false when this person has to wait */
  take({ personId, role }: Actor, textBytes: number): boolean {
    if (role !== "participant") return true;
    if (this.#ofPerson.size >= PEOPLE_MAX) this.#forgetQuiet();
    const budget = this.#ofPerson.get(personId) ?? this.#newBudget();
    this.#ofPerson.set(personId, budget);
    return budget.takeIfFits(COMMAND_BYTES + textBytes);
  }

  #newBudget(): RateLimit {
    return new RateLimit(
      {
        messagesPerSecond: Number.MAX_VALUE,
        messagesBurst: Number.MAX_VALUE,
        bytesPerSecond: this.#bytesPerSecond,
        bytesBurst: BURST * this.#bytesPerSecond,
      },
      this.#now,
    );
  }

  #forgetQuiet(): void {
    for (const [personId, budget] of this.#ofPerson) {
      if (budget.isAtRest) this.#ofPerson.delete(personId);
    }
  }
}
