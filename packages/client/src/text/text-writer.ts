import { newId } from "@hefboom/board";

import type { Outbox } from "../outbox/outbox.ts";
import { SENDABLE_MAX } from "../outbox/sending/sendable.ts";
import { rebaseText } from "./rebase-text.ts";
import type { TypedTexts } from "./typed-texts.ts";

/** A rewritten text leaves when the person has paused this long. */
const PAUSE_MS = 500;

interface WriterPorts {
  readonly outbox: Outbox;
  readonly typed: TypedTexts;
  /** The text that this person sees; `undefined` when there is no such card. */
  textOf(cardId: string): string | undefined;
  /** Whether the card's text is one that people type in together; else only whole texts travel. */
  isShared(cardId: string): boolean;
  /** Held commands may leave. */
  onReleased(): void;
  onTooLong(cardId: string, text: string): void;
}

/** Decides how a changed text travels: inside its waiting create, as a whole, or letter by letter. */
export class TextWriter {
  readonly #ports: WriterPorts;
  readonly #pauses = new Map<string, unknown>();

  constructor(ports: WriterPorts) {
    this.#ports = ports;
  }

  textOf(cardId: string): string | undefined {
    return this.#ports.textOf(cardId);
  }

  begin(cardId: string): void {
    this.#ports.typed.begin(!this.#travelsWhole(cardId));
  }

  /** @returns false when the words cannot travel yet: the card is not there, or there would be nothing to read */
  write(cardId: string, next: string, base: string): boolean {
    const now = this.textOf(cardId);
    if (now === undefined) return false;
    const text = rebaseText(base, next, now);
    if (text === now) return true;
    if (text.length > SENDABLE_MAX) {
      this.#ports.onTooLong(cardId, text);
      return true;
    }
    if (this.#travelsWhole(cardId)) return this.#rewrite(cardId, text);
    this.#ports.typed.type(cardId, text);
    return true;
  }

  /** The editor was closed: what is left leaves now. */
  finish(cardId: string): void {
    this.#release(cardId);
    this.#ports.typed.finish();
  }

  stop(): void {
    for (const cardId of [...this.#pauses.keys()]) this.#release(cardId);
  }

  /** The rest of a text whose beginning travels whole goes the same way. */
  #travelsWhole(cardId: string): boolean {
    const isUnderway = this.#ports.outbox
      .on(cardId)
      .some(({ op }) => op === "create" || op === "rewrite");
    return isUnderway || !this.#ports.isShared(cardId);
  }

  #rewrite(cardId: string, text: string): boolean {
    if (text.trim() === "") return false;
    const command = { op: "rewrite", id: newId(), cardId, text } as const;
    this.#ports.outbox.add(command, { isHeld: true });
    clearTimeout(this.#pauses.get(cardId));
    this.#pauses.set(
      cardId,
      setTimeout(() => this.#release(cardId), PAUSE_MS),
    );
    return true;
  }

  #release(cardId: string): void {
    if (!this.#pauses.has(cardId)) return;
    clearTimeout(this.#pauses.get(cardId));
    this.#pauses.delete(cardId);
    this.#ports.outbox.release(cardId);
    this.#ports.onReleased();
  }
}
