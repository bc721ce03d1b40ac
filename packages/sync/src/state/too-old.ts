import { metaOf } from "@hefboom/board";
import * as Y from "yjs";

/** Seq from which on replicas can follow a board whose history was left out; 0: from the beginning. See `thinned`. */
export function thinnedAt(doc: Y.Doc): number {
  const at = metaOf(doc).get("thinnedAt");
  return typeof at === "number" ? at : 0;
}

/**
 * Whether a replica with this state vector has some of the board, and not all that a difference would build on: it lacks
 * the entry that says since when history was left out.
 * @throws {Error} when the vector is ill-formed
 */
export function isTooOld(doc: Y.Doc, stateVector: Uint8Array): boolean {
  const mark = metaOf(doc)._map.get("thinnedAt")?.id;
  if (mark === undefined) return false;
  const has = Y.decodeStateVector(stateVector);
  if ((has.get(mark.client) ?? 0) > mark.clock) return false;
  return [...has].some(([client, clock]) => clock > 0 && doc.store.clients.has(client));
}
