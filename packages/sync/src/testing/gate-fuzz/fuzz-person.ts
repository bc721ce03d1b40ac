import type { Actor } from "@hefboom/board";
import { textsOf } from "@hefboom/board";
import * as prng from "lib0/prng";
import * as Y from "yjs";

import { updateOf } from "../gate-bench.ts";

const LETTERS = ["a", "é", "👋🏽", " en ", "\n", "xyz"] as const;

/** Somebody with a replica that hears of others late, and sends what was typed late. */
export class FuzzPerson {
  readonly actor: Actor;
  readonly doc = new Y.Doc();
  /** Cards that this person made; they stay theirs when deleted. */
  readonly own: string[] = [];
  #unsent: Uint8Array[] = [];

  constructor(actor: Actor, clientId: number) {
    this.actor = actor;
    this.doc.clientID = clientId;
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
  }

  /** Types and deletes a little in the text of `cardId`, as far as this replica knows it. */
  type(cardId: string, chance: prng.PRNG): void {
    const text = textsOf(this.doc).get(cardId);
    if (text === undefined || text.length > 1_000) return;
    const edit = () => {
      const shown = text.toString();
      const at = betweenLetters(shown, prng.int32(chance, 0, shown.length));
      const end = betweenLetters(shown, Math.min(at + prng.int32(chance, 0, 3), shown.length));
      if (prng.int32(chance, 0, 19) === 0) text.delete(0, text.length);
      else text.delete(at, Math.max(0, end - at));
      const letters = prng.oneOf(chance, [...LETTERS]);
      text.insert(Math.min(at, text.length), letters);
    };
    this.#unsent.push(updateOf(this.doc, () => this.doc.transact(edit)));
  }

  /** What was typed and not yet sent, as one update; `undefined` when there is nothing. */
  takeUnsent(): Uint8Array | undefined {
    const unsent = this.#unsent;
    this.#unsent = [];
    return unsent.length > 0 ? Y.mergeUpdates(unsent) : undefined;
  }
}

/** No editor puts its caret into a surrogate pair. */
function betweenLetters(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
