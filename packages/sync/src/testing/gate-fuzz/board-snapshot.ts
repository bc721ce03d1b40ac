import { cardsOf, leversOf, metaOf, peopleOf, placesOf, textsOf } from "@hefboom/board";
import * as Y from "yjs";

/** A board as JSON, in parts that can be compared: what belongs to one card, and all the rest. */
export interface BoardSnapshot {
  readonly rest: string;
  /** Facts and place, by card. */
  readonly facts: ReadonlyMap<string, string>;
  /** The text's delta, by card. */
  readonly texts: ReadonlyMap<string, string>;
  /** All that Yjs keeps, deleted things too. */
  readonly state: Uint8Array;
  readonly isWhole: boolean;
}

export function snapshotOf(doc: Y.Doc): BoardSnapshot {
  const places = placesOf(doc);
  const cards = [...cardsOf(doc)];
  const texts = [...textsOf(doc)];
  return {
    rest: JSON.stringify([
      ...[metaOf, leversOf, peopleOf].map((root) => root(doc).toJSON()),
      [...doc.share.keys()].toSorted(),
      [...places.keys()].filter((id) => !cardsOf(doc).has(id)),
    ]),
    facts: new Map(cards.map(([id, facts]) => [id, JSON.stringify([facts, places.get(id)])])),
    texts: new Map(texts.map(([id, text]) => [id, JSON.stringify(text.toDelta())])),
    state: Y.encodeStateAsUpdate(doc),
    isWhole: doc.store.pendingStructs === null && doc.store.pendingDs === null,
  };
}

/** Ids whose value is another one, or is there in one of the two only. */
export function changedIds(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id));
}

export function isSameState(a: BoardSnapshot, b: BoardSnapshot): boolean {
  return a.state.length === b.state.length && a.state.every((byte, at) => byte === b.state[at]);
}
