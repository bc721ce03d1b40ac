import type { OutboxCommand } from "./outbox-command.ts";

/** What deletions took out of the queue before it was sent, so that who takes a deletion back gets it back too. */
export class Withdrawn {
  readonly #of = new Map<string, readonly OutboxCommand[]>();

  /** The card was deleted: `before` and `after` are what was pending for it. */
  keep(cardId: string, before: readonly OutboxCommand[], after: readonly OutboxCommand[]): void {
    const left = new Set(after.map(({ id }) => id));
    this.#of.set(
      cardId,
      before.filter(({ id }) => !left.has(id)),
    );
  }

  /**
   * What brings the card back as it was on this page. The restore is asked for also when the card was never sent:
   * another page may have done so, and a card that is on the board already is simply left there.
   */
  bringBack(restore: OutboxCommand): OutboxCommand[] {
    const withdrawn = this.#of.get(restore.cardId) ?? [];
    this.#of.delete(restore.cardId);
    const creates = withdrawn.filter(({ op }) => op === "create");
    return [...creates, restore, ...withdrawn.filter(({ op }) => op !== "create")];
  }
}
