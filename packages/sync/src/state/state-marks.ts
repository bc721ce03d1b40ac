import * as Y from "yjs";

import type { Seq } from "../board-log.ts";

/** Entries from one mark to the next. */
const EVERY = 200;
const MARKS_MAX = 100;

interface Mark {
  readonly seq: Seq;
  readonly vector: Uint8Array;
}

/** What a document had at earlier seqs, as state vectors: who comes back after minutes gets what is new since then. */
export class StateMarks {
  readonly #marks: Mark[] = [];

  /** Called for each stored seq, while `doc` is exactly what is stored. */
  note(doc: Y.Doc, seq: Seq): void {
    const last = this.#marks.at(-1);
    if (last !== undefined && seq < last.seq + EVERY) return;
    this.#marks.push({ seq, vector: Y.encodeStateVector(doc) });
    if (this.#marks.length > MARKS_MAX) this.#marks.shift();
  }

  /** State vector of the newest mark that is not after `since`. */
  before(since: Seq): Uint8Array | undefined {
    return this.#marks.findLast(({ seq }) => seq <= since)?.vector;
  }
}
