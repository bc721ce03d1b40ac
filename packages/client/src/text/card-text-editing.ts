import type { TextEditing } from "../board-session-api.ts";
import type { TextWriter } from "./text-writer.ts";

interface EditingEvents {
  /** @param unwritten words that could not be written, because the card is gone */
  onClose(unwritten: string | undefined): void;
}

/** One open editor of one card's text. */
export class CardTextEditing implements TextEditing {
  readonly cardId: string;
  readonly #writer: TextWriter;
  readonly #events: EditingEvents;
  readonly #listeners = new Set<(text: string) => void>();
  #text: string;
  /** The text before words that could not be written yet; `undefined` when all were. */
  #draftBase: string | undefined;
  #isClosed = false;

  constructor(cardId: string, writer: TextWriter, events: EditingEvents) {
    this.cardId = cardId;
    this.#writer = writer;
    this.#events = events;
    this.#text = writer.textOf(cardId) ?? "";
    writer.begin(cardId);
  }

  get text(): string {
    return this.#text;
  }

  change(next: string, base = this.#text): void {
    if (this.#isClosed) return;
    const before = this.#draftBase ?? base;
    this.#draftBase = undefined; // `write` may call `refresh`
    this.#text = next;
    if (this.#writer.write(this.cardId, next, before)) this.refresh();
    else this.#draftBase = before;
  }

  /** The card's text may be another now: somebody else typed, or ours was refused. */
  refresh(): void {
    const now = this.#writer.textOf(this.cardId);
    if (now === undefined || now === this.#text || this.#isClosed) return;
    if (this.#draftBase === undefined) {
      this.#text = now;
      for (const listener of [...this.#listeners]) listener(now);
    } else {
      this.#tryDraft(this.#draftBase);
    }
  }

  onRemoteChange(listener: (text: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listeners.clear();
    this.#writer.finish(this.cardId);
    const isLost = this.#draftBase !== undefined && this.#text.trim() !== "";
    this.#events.onClose(isLost ? this.#text : undefined);
  }

  #tryDraft(base: string): void {
    if (this.#text.trim() === "") return;
    this.#draftBase = undefined;
    if (!this.#writer.write(this.cardId, this.#text, base)) this.#draftBase = base;
  }
}
