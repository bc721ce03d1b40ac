import * as Y from "yjs";

import type { Struct } from "./struct-walk.ts";

/** Ids, origins and lengths of a struct. */
const STRUCT_BYTES = 10;
/** A number, a flag, a length. */
const SMALL_BYTES = 4;

/**
 * Roughly the size of a document as an update, in bytes. Encoding it would tell exactly, but at 16 MB that holds
 * everybody up for a good part of a second; this takes a few ms.
 */
export function documentBytes(doc: Y.Doc): number {
  let bytes = 0;
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) bytes += structBytes(struct);
  }
  return bytes;
}

function structBytes(struct: Struct): number {
  if (!(struct instanceof Y.Item)) return STRUCT_BYTES;
  const { content, parentSub, origin, rightOrigin } = struct;
  const key = origin === null && rightOrigin === null ? (parentSub?.length ?? 0) : 0; // else its neighbour tells it
  if (content instanceof Y.ContentString) return STRUCT_BYTES + key + content.str.length;
  if (content instanceof Y.ContentAny) return STRUCT_BYTES + key + valueBytes(content.arr);
  return STRUCT_BYTES + key;
}

function valueBytes(value: unknown): number {
  if (typeof value === "string") return SMALL_BYTES + value.length;
  if (typeof value !== "object" || value === null) return SMALL_BYTES;
  let bytes = SMALL_BYTES;
  for (const [key, child] of Object.entries(value)) bytes += key.length + valueBytes(child);
  return bytes;
}
