import { textsOf } from "@hefboom/board";
import * as Y from "yjs";

/** A replica that writes under a clientID of its own, apart from the one it copies. */
export function replicaOf(doc: Y.Doc, clientId?: number): Y.Doc {
  const replica = new Y.Doc();
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
  if (clientId !== undefined) replica.clientID = clientId;
  return replica;
}

/** What `change` adds to `doc`, as one update v1. */
export function updateBy(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  let update: Uint8Array | undefined;
  const keep = (bytes: Uint8Array) => {
    update = bytes;
  };
  doc.on("update", keep);
  doc.transact(change);
  doc.off("update", keep);
  return update ?? Y.encodeStateAsUpdate(doc, before);
}

/** @throws when the replica has no such text */
export function textIn(doc: Y.Doc, cardId: string): Y.Text {
  const text = textsOf(doc).get(cardId);
  if (text === undefined) throw new Error(`no text of ${cardId}`);
  return text;
}

/** Letters at the start of a card's text. */
export function typed(doc: Y.Doc, cardId: string, letters: string): Uint8Array {
  return updateBy(doc, () => textIn(doc, cardId).insert(0, letters));
}

/** A delete set alone, written by hand where no API of Yjs would. */
export function deletionOf(clientId: number, clock: number, length: number): Uint8Array {
  return varUints([0, 1, clientId, 1, clock, length]);
}

/** Whole numbers as Yjs writes them: seven bits a byte, lowest first, the eighth says that there is more. */
export function varUints(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 | (rest % 128));
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}
