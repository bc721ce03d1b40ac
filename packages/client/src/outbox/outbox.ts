import type { Command, CreateCommand } from "@hefboom/board";

import { foldCommand, type PendingCommand } from "./fold-command.ts";

/** Commands in the order they were given, each kept until the server has answered it. */
export class Outbox {
  readonly #onChange: (cardId: string) => void;
  #entries: PendingCommand[] = [];

  constructor(onChange: (cardId: string) => void) {
    this.#onChange = onChange;
  }

  get entries(): readonly PendingCommand[] {
    return this.#entries;
  }

  on(cardId: string): Command[] {
    const commands: Command[] = [];
    for (const { command } of this.#entries) if (command.cardId === cardId) commands.push(command);
    return commands;
  }

  createOf(cardId: string): CreateCommand | undefined {
    return this.on(cardId).find((command) => command.op === "create");
  }

  /** Adds a command, or lets it change what was not sent yet: ten moves offline are one. */
  add(command: Command, { isHeld = false } = {}): void {
    this.#entries = foldCommand(this.#entries, { command, isAttempted: false, isHeld });
    this.#onChange(command.cardId);
  }

  /** Puts what an earlier life of this page left before what is new. */
  restore(commands: readonly Command[], attemptedIds: ReadonlySet<string>): void {
    const known = new Set(this.#entries.map(({ command }) => command.id));
    const restored = commands
      .filter(({ id }) => !known.has(id))
      .map((command) => ({
        command,
        isAttempted: attemptedIds.has(command.id),
        isHeld: false,
      }));
    this.#entries = [...restored, ...this.#entries];
    for (const { command } of restored) this.#onChange(command.cardId);
  }

  release(cardId: string): void {
    for (const entry of this.#entries) if (entry.command.cardId === cardId) entry.isHeld = false;
  }

  /** @returns what was taken out, if it was there */
  remove(id: string): Command | undefined {
    const entry = this.#entries.find(({ command }) => command.id === id);
    if (entry === undefined) return undefined;
    this.#entries = this.#entries.filter((other) => other !== entry);
    this.#onChange(entry.command.cardId);
    return entry.command;
  }
}
