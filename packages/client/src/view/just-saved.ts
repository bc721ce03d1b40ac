import type { OutboxCommand } from "../outbox/outbox-command.ts";

/** By then the replica has it, or it is held, or somebody has undone it meanwhile. */
const LONGEST_MS = 3_000;

interface JustSavedPorts {
  /** Whether this card has come: with the replica, or as one that is held. */
  has(cardId: string): boolean;
  /** Whether something is pending for this card. */
  isPending(cardId: string): boolean;
  onCard(cardId: string): void;
}

/**
 * Commands that are saved while this page's replica may not show it yet, because the answer overtook the content or came
 * to another page: they stay laid over the replica until it changes there, so that no card flickers.
 */
export class JustSaved {
  readonly #ports: JustSavedPorts;
  readonly #commands = new Map<string, OutboxCommand[]>();
  /** Pending cards that the replica has changed meanwhile: what was done is in it. */
  readonly #touched = new Set<string>();
  readonly #timers = new Set<unknown>();

  constructor(ports: JustSavedPorts) {
    this.#ports = ports;
  }

  get isEmpty(): boolean {
    return this.#commands.size === 0;
  }

  on(cardId: string): readonly OutboxCommand[] {
    return this.#commands.get(cardId) ?? [];
  }

  add(command: OutboxCommand): void {
    const { cardId } = command;
    const isIn = this.#touched.has(cardId) || this.#isIn(command);
    if (!this.#ports.isPending(cardId)) this.#touched.delete(cardId);
    if (isIn) return;
    this.#commands.set(cardId, [...this.on(cardId), command]);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#drop(cardId);
    }, LONGEST_MS);
    this.#timers.add(timer);
    this.#ports.onCard(cardId);
  }

  /** The server shows something new of this card, in the replica or beside it. */
  changed(cardId: string): void {
    if (this.#ports.isPending(cardId)) this.#touched.add(cardId);
    this.#commands.delete(cardId);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #isIn({ op, cardId }: OutboxCommand): boolean {
    if (op === "create" || op === "restore") return this.#ports.has(cardId);
    return op === "delete" && !this.#ports.has(cardId);
  }

  #drop(cardId: string): void {
    if (this.#commands.delete(cardId)) this.#ports.onCard(cardId);
  }
}
