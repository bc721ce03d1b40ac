import { newId } from "@hefboom/board";
import * as Y from "yjs";

import type { StoredEdit } from "../outbox/state/outbox-state.ts";

/** An edit is not made larger than this by what is typed after it. */
const MERGE_MAX_BYTES = 32_000;

/** One edit on its way to the server; once it was sent it stays as it is, under its id. */
export interface PendingEdit {
  readonly id: string;
  readonly cardId: string;
  readonly epoch: number;
  /** Updates in the order they were typed. */
  parts: Uint8Array[];
  /** The card's whole text with this edit. */
  text: string;
  isAttempted: boolean;
}

/** Edits in the order they were typed: each builds on the ones before. */
export class EditQueue {
  #edits: PendingEdit[] = [];

  get edits(): readonly PendingEdit[] {
    return this.#edits;
  }

  get first(): PendingEdit | undefined {
    return this.#edits[0];
  }

  has(cardId: string): boolean {
    return this.#edits.some((edit) => edit.cardId === cardId);
  }

  /** The cards with edits under way, in order, with the last text of each. */
  texts(): Map<string, string> {
    return new Map(this.#edits.map(({ cardId, text }) => [cardId, text]));
  }

  add(typed: { cardId: string; update: Uint8Array; text: string; epoch: number }): void {
    const last = this.#edits.at(-1);
    if (last !== undefined && canTakeIn(last, typed.cardId)) {
      last.parts.push(typed.update);
      last.text = typed.text;
      return;
    }
    const { cardId, text, epoch } = typed;
    const parts = [typed.update];
    this.#edits.push({ id: newId(), cardId, epoch, parts, text, isAttempted: false });
  }

  restore(stored: readonly StoredEdit[]): void {
    const restored = stored.map(({ id, cardId, update, text, epoch }) => ({
      id,
      cardId,
      epoch,
      parts: [update],
      text,
      isAttempted: true, // perhaps: its bytes stay as they are
    }));
    this.#edits = [...restored, ...this.#edits];
  }

  removeFirst(): void {
    this.#edits.shift();
  }

  clear(): void {
    this.#edits = [];
  }

  stored(): Omit<StoredEdit, "page">[] {
    return this.#edits.map((edit) => {
      const { id, cardId, text, epoch } = edit;
      return { id, cardId, update: updateOf(edit), text, epoch };
    });
  }
}

/** The edit as one update; what was merged once is not merged again. */
export function updateOf(edit: PendingEdit): Uint8Array {
  const merged = edit.parts.length === 1 ? edit.parts[0] : Y.mergeUpdates(edit.parts);
  const update = merged ?? new Uint8Array();
  edit.parts = [update];
  return update;
}

function canTakeIn(edit: PendingEdit, cardId: string): boolean {
  if (edit.isAttempted || edit.cardId !== cardId) return false;
  return edit.parts.reduce((sum, part) => sum + part.byteLength, 0) < MERGE_MAX_BYTES;
}
