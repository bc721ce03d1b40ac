import * as Y from "yjs";

import type { Struct } from "./struct-walk.ts";

/** How much of a document is what it once was. */
export interface HistoryShare {
  /** Structs of values that were overwritten since. */
  past: number;
  /** All other structs. */
  rest: number;
}

export function historyShare(doc: Y.Doc): HistoryShare {
  const share = { past: 0, rest: 0 };
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) share[isPast(struct) ? "past" : "rest"] += 1;
  }
  return share;
}

/**
 * The document without the values that were overwritten in its maps. Yjs keeps each of them for ever as what its
 * successor stands on: a card that was moved a thousand times is a thousand structs. All that still counts keeps its id,
 * so that a replica which has everything in `doc` takes what follows as from `doc` itself. One that lacks some of it does
 * not: values that lost their predecessor would land before the one it has, and be overwritten by it.
 */
export function thinned(doc: Y.Doc): Y.Doc {
  const copy = copyOf(doc); // what is taken apart next is good for nothing but being encoded
  const { clients } = copy.store;
  for (const [client, structs] of clients) clients.set(client, withoutPast(structs));
  const thin = copyOf(copy);
  copy.destroy();
  return thin;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, Y.encodeStateAsUpdateV2(doc));
  return copy;
}

function withoutPast(structs: readonly Struct[]): Struct[] {
  const kept: Struct[] = [];
  for (const struct of structs) {
    const last = kept.at(-1);
    if (!isPast(struct) && struct instanceof Y.Item) kept.push(standingAlone(struct));
    else if (last instanceof Y.GC) last.length += struct.length;
    else kept.push(new Y.GC(struct.id, struct.length));
  }
  return kept;
}

/** A map's value needs no predecessor. */
function standingAlone(item: Y.Item): Y.Item {
  if (item.parentSub === null) return item;
  item.origin = null;
  item.rightOrigin = null;
  return item;
}

/** Whether it is a value of a map, and not the last one under its key. */
function isPast(struct: Struct): boolean {
  if (!(struct instanceof Y.Item) || struct.parentSub === null) return false;
  const { parent, parentSub } = struct;
  return parent instanceof Y.AbstractType && parent._map.get(parentSub) !== struct;
}
