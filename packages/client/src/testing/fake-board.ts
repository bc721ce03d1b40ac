import {
  type Actor,
  applyCommand,
  type CardOwner,
  type Command,
  judgeCommand,
  judgeEdit,
  LastOrders,
  type RefusalCode,
  textsOf,
} from "@hefboom/board";
import { aBoard, TEST_NOW } from "@hefboom/board/testing";
import type { Answer } from "@hefboom/contract/messages";
import * as Y from "yjs";

/** One board in memory, judged by the board's own rules; does each command once. */
export class FakeBoard {
  readonly doc: Y.Doc;
  readonly owners = new Map<string, CardOwner>();
  /** Refuses beside the rules; commands with their op, letters as "edit". */
  refuse: (op: Command["op"] | "edit", id: string) => RefusalCode | undefined = () => undefined;
  readonly #done = new Set<string>();
  readonly #lasts: LastOrders;

  constructor(doc: Y.Doc = aBoard()) {
    this.doc = doc;
    this.#lasts = new LastOrders(doc);
  }

  do(actor: Actor, command: Command): Answer {
    const { id } = command;
    if (this.#done.has(id)) return { id, saved: true };
    const refused = this.refuse(command.op, id) ?? judgeCommand(this.#judging(actor), command);
    if (refused !== undefined) return { id, refused };
    this.#done.add(id);
    const owner = this.owners.get(command.cardId);
    const applying = { doc: this.doc, lasts: this.#lasts, actor, owner, now: TEST_NOW };
    const changed = this.doc.transact(() => applyCommand(applying, command));
    if (changed !== undefined) this.owners.set(changed.cardId, changed);
    return { id, saved: true };
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
      const refused = judgeEdit(this.#judging(actor), cardId);
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  #judging(actor: Actor) {
    const ownerOf = (cardId: string) => this.owners.get(cardId);
    return { doc: this.doc, actor, owners: { ownerOf } };
  }
}
