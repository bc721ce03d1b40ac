import type { TextEditing } from "@hefboom/client";

import { moveCaret } from "./move-caret.ts";

/** One textarea and the shared text behind it, kept the same in both directions. */
export class TypingTogether {
  readonly #editing: TextEditing;
  readonly #area: HTMLTextAreaElement;
  readonly #onLength: (length: number) => void;
  readonly #stopListening: () => void;
  /** What stood on the screen before the letters that are being typed now. */
  #base: string;
  #isHeld = false;

  constructor(editing: TextEditing, area: HTMLTextAreaElement, onLength: (length: number) => void) {
    this.#editing = editing;
    this.#area = area;
    this.#onLength = onLength;
    this.#base = editing.text;
    area.value = editing.text;
    area.setSelectionRange(editing.text.length, editing.text.length);
    onLength(editing.text.length);
    this.#stopListening = editing.onRemoteChange(() => {
      if (!this.#isHeld) this.#show();
    });
  }

  /** An input method begins to compose: until it is done the letters on the screen stay as they are. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Sends what was typed, and shows what others have typed meanwhile. */
  send(): void {
    this.#isHeld = false;
    this.#editing.change(this.#area.value, this.#base);
    this.#show();
  }

  close(): void {
    if (this.#area.value !== this.#base) this.send();
    this.#stopListening();
    this.#editing.close();
  }

  #show(): void {
    const { value: before, selectionStart, selectionEnd } = this.#area;
    const next = this.#editing.text;
    this.#base = next;
    this.#onLength(next.length);
    if (before === next) return;
    this.#area.value = next;
    const start = moveCaret(before, next, selectionStart);
    this.#area.setSelectionRange(start, moveCaret(before, next, selectionEnd));
  }
}
