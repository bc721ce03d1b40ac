import {
  type Actor,
  type CardOwner,
  type Command,
  judgeEdit,
  type RefusalCode,
  textsOf,
} from "@hefboom/board";
import { BoardInMemory } from "@hefboom/board/testing";
import type { Answer } from "@hefboom/contract/messages";
import * as Y from "yjs";

/** One board in memory, judged by the board's own rules; does each command once. */
export class FakeBoard {
  /** Refuses beside the rules; commands with their op, letters as "edit". */
  refuse: (op: Command["op"] | "edit", id: string) => RefusalCode | undefined = () => undefined;
  readonly #board: BoardInMemory;

  constructor(doc?: Y.Doc) {
    this.#board = new BoardInMemory(doc);
  }

  get doc(): Y.Doc {
    return this.#board.doc;
  }

  get owners(): Map<string, CardOwner> {
    return this.#board.owners;
  }

  do(actor: Actor, command: Command): Answer {
    const { op, id } = command;
    const isNew = this.#board.done(id) === undefined;
    const refused = (isNew ? this.refuse(op, id) : undefined) ?? this.#board.do(actor, command);
    return refused === undefined ? { id, saved: true } : { id, refused };
  }

  edit(actor: Actor, id: string, update: Uint8Array): Answer {
    const refused = this.refuse("edit", id) ?? this.#judgeEdit(actor, update);
    if (refused !== undefined) return { id, refused };
    Y.applyUpdate(this.doc, update);
    return { id, saved: true };
  }

  /** Tries the letters on a copy: the real gate decodes them instead. */
  #judgeEdit(actor: Actor, update: Uint8Array): RefusalCode | undefined {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc));
    const touched = new Set<string>();
    textsOf(copy).observeDeep((events) => {
      for (const { path } of events) touched.add(String(path[0]));
    });
    Y.applyUpdate(copy, update);
    if (copy.store.pendingStructs !== null || copy.store.pendingDs !== null) return "invalid";
    for (const cardId of touched) {
      const refused = judgeEdit({ doc: this.doc, actor, owners: this.#board }, cardId);
      if (refused !== undefined) return refused;
    }
    return undefined;
  }
}
