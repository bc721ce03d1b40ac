import { type Command, type FinalRefusal, newId } from "@hefboom/board";

import type { StoredDrawerEntry } from "../board-session-api.ts";

/** What the server refused for good, with its words, until the person tries again or throws it away. */
export class Drawer {
  readonly #onChange: () => void;
  #entries: readonly StoredDrawerEntry[] = [];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get entries(): readonly StoredDrawerEntry[] {
    return this.#entries;
  }

  restore(entries: readonly StoredDrawerEntry[]): void {
    const known = new Set(this.#entries.map(({ id }) => id));
    this.#entries = [...entries.filter(({ id }) => !known.has(id)), ...this.#entries];
    this.#onChange();
  }

  addCommand(command: Command, refused: FinalRefusal): void {
    const { op, cardId } = command;
    const words = "text" in command ? { text: command.text } : {};
    this.#add({ id: newId(), refused, op, cardId, command, ...words });
  }

  /** Words typed together, whole as this person had them. */
  addEdit(cardId: string, text: string, refused: FinalRefusal): void {
    this.#add({ id: newId(), refused, op: "edit", cardId, text });
  }

  /** @returns what was taken out, if it was there */
  remove(id: string): StoredDrawerEntry | undefined {
    const entry = this.#entries.find((other) => other.id === id);
    if (entry === undefined) return undefined;
    this.#entries = this.#entries.filter((other) => other !== entry);
    this.#onChange();
    return entry;
  }

  #add(entry: StoredDrawerEntry): void {
    this.#entries = [...this.#entries, entry];
    this.#onChange();
  }
}
