import * as Y from "yjs";

export type Struct = Y.Item | Y.GC;

/** Where the walk stands in one client's structs. */
interface Cursor {
  readonly structs: readonly Struct[];
  next: number;
}
/** The walk has to get past this struct before something else can be given. */
interface Target {
  readonly client: number;
  readonly clock: number;
}

/**
 * All structs of a document, each after everything it needs: what the same client wrote before, its neighbours and its
 * parent. Merged structs need no more than their first letter did, so that such an order always exists.
 */
export function* walkStructs(doc: Y.Doc): Generator<Struct> {
  const cursors = new Map<number, Cursor>();
  for (const [client, structs] of doc.store.clients) cursors.set(client, { structs, next: 0 });
  for (const client of [...cursors.keys()].sort((a, b) => b - a)) {
    yield* walkTo({ client, clock: Y.getState(doc.store, client) - 1 }, cursors);
  }
}

/** By hand instead of by recursion: people who type alternately make chains as long as the board. */
function* walkTo(target: Target, cursors: ReadonlyMap<number, Cursor>): Generator<Struct> {
  const targets = [target];
  for (let top = targets.at(-1); top !== undefined; top = targets.at(-1)) {
    const cursor = cursors.get(top.client);
    const struct = cursor?.structs[cursor.next];
    if (cursor === undefined || struct === undefined || struct.id.clock > top.clock) {
      targets.pop();
      continue;
    }
    const missing = needsOf(struct).find((id) => !isPast(id, cursors));
    if (missing !== undefined) targets.push(missing);
    else {
      cursor.next += 1;
      yield struct;
    }
  }
}

function isPast({ client, clock }: Target, cursors: ReadonlyMap<number, Cursor>): boolean {
  const cursor = cursors.get(client);
  const struct = cursor?.structs[cursor.next];
  return struct === undefined || struct.id.clock > clock;
}

/** What of other clients has to be there first; of its own client everything before is. */
function needsOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, id } = struct;
  const needs = [origin, rightOrigin, origin ?? rightOrigin ?? parentOf(struct)];
  return needs.filter((need) => need !== null).filter(({ client }) => client !== id.client);
}

/** The item whose content an item lies in; `null` in a root. */
function parentOf({ parent }: Y.Item): Y.ID | null {
  return parent instanceof Y.AbstractType ? (parent._item?.id ?? null) : null;
}
