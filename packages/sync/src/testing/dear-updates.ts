import type { Actor } from "@hefboom/board";
import { anActor } from "@hefboom/board/testing";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import { letterOf } from "./gate-attacks/attack.ts";
import { GateBench } from "./gate-bench.ts";
import { characters, deletedContent, type RawStruct, rawUpdate } from "./raw-update.ts";

const SENTENCE = "Een bankje voor iedereen, met uitzicht op het water en op elkaar.";
const FRAME_BYTES = 250_000;
const CLIENT = 77;

/** A board of many cards, with the messages that cost its gate, or Yjs behind it, the most. */
export class DearUpdates {
  readonly bench = new GateBench();
  /** Who may edit every card. */
  readonly actor: Actor = anActor("facilitator");
  readonly #cardIds: string[];

  constructor(cards: number) {
    this.#cardIds = this.bench.addCards(cards, () => this.bench.other, SENTENCE);
  }

  /** Let through: each as much as one message may hold. */
  legal(): Record<string, Uint8Array> {
    return {
      "every other letter of some texts deleted": this.#deletions(240),
      "thousands of whole texts deleted": this.#wholeTexts(4_000),
      "letters between all letters of some texts": this.#letters(500, 30),
      "letters in the middle of many texts": this.#letters(500, 1),
      "thousands of letters at one place": this.#crowd(1),
      "a resend of what is known": this.#known(),
      "a delete set of what is deleted already": this.#deadRanges(),
    };
  }

  /** Refused, as late as can be. */
  illegal(): Record<string, Uint8Array> {
    const server = this.bench.doc.clientID;
    const blanks = Array.from({ length: FRAME_BYTES / 2 }, () => BLANK);
    const documents = Array.from({ length: 20_000 }, () => SUBDOCUMENT);
    return {
      "every other letter of every text deleted": this.#deletions(30_000),
      "a frame of collected structs": rawUpdate([{ clientId: CLIENT, clock: 0, structs: blanks }]),
      "a frame of subdocuments": rawUpdate([{ clientId: server, clock: 0, structs: documents }]),
      "letters of many clients at one place": this.#crowd(8),
      "letters of even more clients at one place": this.#crowd(60),
      "letters in texts, and a key of a map at the end": rawUpdate([
        {
          clientId: CLIENT,
          clock: 0,
          structs: [...this.#structs(500, 30), { ...KEY, parent: "cards" }],
        },
      ]),
    };
  }

  #letters(count: number, perText: number): Uint8Array {
    return rawUpdate([{ clientId: CLIENT, clock: 0, structs: this.#structs(count, perText) }]);
  }

  /** Each between two letters of a text, `perText` of them in one. */
  #structs(count: number, perText: number): RawStruct[] {
    return Array.from({ length: count }, (_, index) => {
      const first = this.#firstLetterOf(Math.floor(index / perText));
      const clock = first.clock + 1 + (index % perText);
      const [left, right] = [clock, clock + 1].map((at) => ({ client: first.client, clock: at }));
      return { kind: "item", left, right, content: characters("x") };
    });
  }

  #deletions(count: number): Uint8Array {
    const ranges = Array.from({ length: count }, (_, index) => {
      const { clock } = this.#firstLetterOf(Math.floor(index / 30));
      return [clock + 1 + 2 * (index % 30), 1] as const;
    });
    return rawUpdate([], [{ clientId: this.bench.doc.clientID, ranges }]);
  }

  #wholeTexts(count: number): Uint8Array {
    const ranges = Array.from({ length: count }, (_, index) => {
      return [this.#firstLetterOf(index).clock, SENTENCE.length] as const;
    });
    return rawUpdate([], [{ clientId: this.bench.doc.clientID, ranges }]);
  }

  /** Clients who each typed letter by letter between the same two letters. */
  #crowd(clients: number): Uint8Array {
    const { client, clock } = this.#firstLetterOf(0);
    const right = { client, clock: clock + 6 };
    const perClient = Math.floor(3_000 / clients);
    const blocks = Array.from({ length: clients }, (_, which) => {
      const clientId = 1_000 - which;
      const structs = Array.from({ length: perClient }, (_, index): RawStruct => {
        const left =
          index === 0 ? { client, clock: clock + 5 } : { client: clientId, clock: index - 1 };
        return { kind: "item", left, right, content: deletedContent(1) };
      });
      return { clientId, clock: 0, structs };
    });
    return rawUpdate(blocks);
  }

  #known(): Uint8Array {
    const { doc } = this.bench;
    const encoder = new Y.UpdateEncoderV1();
    let count = 0;
    for (const struct of doc.store.clients.get(doc.clientID) ?? []) {
      if (encoding.length(encoder.restEncoder) > FRAME_BYTES) break;
      struct.write(encoder, 0);
      count += 1;
    }
    return encoding.encode((whole) => {
      for (const number of [1, count, doc.clientID, 0]) encoding.writeVarUint(whole, number);
      encoding.writeUint8Array(whole, encoder.toUint8Array());
      encoding.writeVarUint(whole, 0);
    });
  }

  #deadRanges(): Uint8Array {
    const gone = this.bench.addCards(1, () => this.bench.other, "x".repeat(1_000));
    const first = letterOf(this.bench.textOf(gone[0] ?? ""));
    this.bench.removeCard(gone[0] ?? "");
    const ranges = Array.from({ length: 500 }, (_, at) => [first.clock + 2 * at, 1] as const);
    return rawUpdate([], [{ clientId: first.client, ranges }]);
  }

  #firstLetterOf(index: number) {
    return letterOf(this.bench.textOf(this.#cardIds[index % this.#cardIds.length] ?? ""));
  }
}

const BLANK: RawStruct = { kind: "collected", length: 1 };
const KEY = { kind: "item", key: "x", content: characters("x") } as const;
const SUBDOCUMENT: RawStruct = {
  kind: "item",
  left: { client: 1, clock: 0 },
  content: {
    ref: 9,
    write: (encoder) => {
      encoding.writeVarString(encoder, "");
      encoding.writeAny(encoder, {});
    },
  },
};
