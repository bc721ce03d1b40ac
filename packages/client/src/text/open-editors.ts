import { CardTextEditing } from "./card-text-editing.ts";
import type { TextWriter } from "./text-writer.ts";

interface EditorsEvents {
  onOpenCard(): void;
  /** An editor was closed with words that found no card. */
  onLost(cardId: string, text: string): void;
}

/** The editors that are open on this device. */
export class OpenEditors {
  readonly #writer: TextWriter;
  readonly #events: EditorsEvents;
  readonly #open = new Set<CardTextEditing>();

  constructor(writer: TextWriter, events: EditorsEvents) {
    this.#writer = writer;
    this.#events = events;
  }

  /** Which card is open now, the last opened first; `undefined` when none is. */
  get openCard(): string | undefined {
    return [...this.#open].at(-1)?.cardId;
  }

  open(cardId: string): CardTextEditing {
    const editing: CardTextEditing = new CardTextEditing(cardId, this.#writer, {
      onClose: (unwritten) => {
        this.#open.delete(editing);
        if (unwritten !== undefined) this.#events.onLost(cardId, unwritten);
        this.#events.onOpenCard();
      },
    });
    this.#open.add(editing);
    this.#events.onOpenCard();
    return editing;
  }

  refresh(cardId: string): void {
    for (const editing of [...this.#open]) if (editing.cardId === cardId) editing.refresh();
  }

  refreshAll(): void {
    for (const editing of [...this.#open]) editing.refresh();
  }

  closeAll(): void {
    for (const editing of [...this.#open]) editing.close();
  }
}
