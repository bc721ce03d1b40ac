import type { Actor } from "@hefboom/board";
import { anActor } from "@hefboom/board/testing";
import * as prng from "lib0/prng";
import * as Y from "yjs";

import { GateBench, updateOf } from "./gate-bench.ts";

interface Typist {
  readonly actor: Actor;
  readonly clientId: number;
  readonly cardId: string;
}
interface TypedEdit {
  readonly actor: Actor;
  readonly update: Uint8Array;
}

const SENTENCE = "Een bankje voor iedereen, met uitzicht op het water en op elkaar.";
const PASTED = "geplakt uit een ander stuk, met wat woorden meer";

/** A full board on which many people type at once, each under a clientID of their own, one card each. */
export class TypingHall {
  readonly bench = new GateBench();
  readonly #replica: Y.Doc;
  readonly #typists: Typist[];
  readonly #chance = prng.create(4);

  /**
   * @param cards cards on the board beside the bench's two
   * @param people how many people type; each has written before, so that the document knows as many clientIDs
   */
  constructor(cards: number, people: number) {
    const actors = Array.from({ length: people }, () => anActor());
    const ownerOf = (index: number) => actors[index % people] ?? this.bench.other;
    const cardIds = this.bench.addCards(Math.max(cards, people), ownerOf, SENTENCE);
    this.#replica = this.bench.replica();
    this.#typists = actors.map((actor, index) => ({
      actor,
      clientId: 1_000 + index,
      cardId: cardIds[index] ?? this.bench.mine,
    }));
    this.#writeFirst();
  }

  /** Everybody's first letter, in one transaction: with thousands of clients each takes Yjs a millisecond. */
  #writeFirst(): void {
    const { doc, clients } = this.bench;
    const written = updateOf(this.#replica, () =>
      this.#replica.transact(() => {
        for (const { clientId, cardId } of this.#typists) {
          const text = this.#textOf(cardId, clientId);
          text.insert(text.length, ".");
        }
      }),
    );
    Y.applyUpdate(doc, written);
    for (const { clientId, actor } of this.#typists) clients.claim(clientId, actor.personId);
  }

  /** A copy of the document to apply to what the gate is spared. */
  twin(): Y.Doc {
    return this.bench.replica();
  }

  /** The next edits of a session: 70 % typing, 20 % deleting, 10 % pasting. */
  edits(count: number): TypedEdit[] {
    return Array.from({ length: count }, () => {
      const typist = prng.oneOf(this.#chance, this.#typists);
      return { actor: typist.actor, update: this.#edit(typist) };
    });
  }

  #edit(typist: Typist): Uint8Array {
    const dice = prng.int32(this.#chance, 0, 99);
    if (dice < 70) return this.#type(typist);
    return dice < 90 ? this.#delete(typist) : this.#paste(typist);
  }

  #type({ clientId, cardId }: Typist): Uint8Array {
    const text = this.#textOf(cardId, clientId);
    return updateOf(this.#replica, () => text.insert(text.length, "e"));
  }

  #delete({ clientId, cardId }: Typist): Uint8Array {
    const text = this.#textOf(cardId, clientId);
    return updateOf(this.#replica, () => text.delete(text.length - 1, 1));
  }

  #paste({ clientId, cardId }: Typist): Uint8Array {
    const text = this.#textOf(cardId, clientId);
    return updateOf(this.#replica, () => {
      const at = prng.int32(this.#chance, 0, 20);
      // As somebody who replaces what they marked, so that the text does not grow for ever.
      text.delete(at, Math.min(text.length - at - 1, PASTED.length));
      text.insert(at, PASTED);
    });
  }

  /** One replica serves all: it writes under the clientID of who types now. */
  #textOf(cardId: string, clientId: number): Y.Text {
    this.#replica.clientID = clientId;
    return this.bench.textOf(cardId, this.#replica);
  }
}
