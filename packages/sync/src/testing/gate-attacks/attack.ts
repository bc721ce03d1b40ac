import type * as Y from "yjs";

import type { GateBench } from "../gate-bench.ts";
import type { RawId } from "../raw-update.ts";

/** Makes an update that `bench.me` may not send. @param replica with all that the board holds; may be written to */
export type Attack = (bench: GateBench, replica: Y.Doc) => Uint8Array;

/** A clientID that nobody has written under. */
export const NEW_CLIENT = 4_711;

/** Id of the letter at `at` of what was typed first. */
export function letterOf(text: Y.Text, at = 0): RawId {
  const first = text._start;
  if (first === null) throw new Error("an empty text has no letters");
  return { client: first.id.client, clock: first.id.clock + at };
}

/** Id of the item that holds a text in its map. */
export function holderOf(text: Y.Text): RawId {
  if (text._item === null) throw new Error("a root has no holder");
  return text._item.id;
}
