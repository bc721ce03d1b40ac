import { newId } from "@hefboom/board";
import { encodeSync } from "@hefboom/contract/messages";
import * as Y from "yjs";

import type { Writer } from "./bench-server.ts";
import { cardText, markedId, markedPlace } from "./card-facts.ts";

/**
 * Writes the same cards as Yjs updates, with the document's layout of our server. The person's document holds what this
 * person wrote and nothing else: an update of it is complete for every server.
 * @param wrap puts a sync message into the envelope of a server
 */
export function yjsWriter(wrap: (message: Uint8Array) => Uint8Array): Writer {
  const doc = new Y.Doc();
  const ownId = newId();
  const author = newId();
  let turn = 0;
  const updateOf = (change: () => void): Uint8Array => {
    let update: Uint8Array = new Uint8Array();
    doc.once("update", (made: Uint8Array) => {
      update = made;
    });
    doc.transact(change);
    return wrap(encodeSync("update", update));
  };
  const create = (cardId: string) =>
    updateOf(() => {
      doc.getMap("cards").set(cardId, { kind: "note", author, at: Date.now() });
      doc.getMap("texts").set(cardId, new Y.Text(cardText));
      doc.getMap("places").set(cardId, { lever: "h01", order: "a0" });
    });
  return {
    ownCardId: ownId,
    ownCard: () => create(ownId),
    create: (mark) => create(markedId(mark)),
    place(mark) {
      turn += 1;
      return updateOf(() => doc.getMap("places").set(ownId, markedPlace(mark, turn)));
    },
  };
}
