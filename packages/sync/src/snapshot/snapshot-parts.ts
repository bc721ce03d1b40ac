import { writeVarUint } from "lib0/encoding";
import * as Y from "yjs";

import { type Struct, walkStructs } from "./struct-walk.ts";

/**
 * Most structs in a part: some milliseconds' work for whoever applies it, and tens where each of them splits another,
 * as where thousands typed into cards. The port allows 2,000.
 */
const PART_MAX_STRUCTS = 1_000;

/**
 * The document as updates v2 to be applied in this order: after each of them nothing is pending, after the last one it
 * is the same document.
 */
export function snapshotParts(doc: Y.Doc, maxStructs = PART_MAX_STRUCTS): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let part = new Map<number, Struct[]>();
  let size = 0;
  for (const struct of walkStructs(doc)) {
    const { client } = struct.id;
    const structs = part.get(client);
    if (structs === undefined) part.set(client, [struct]);
    else structs.push(struct);
    size += 1;
    if (size < maxStructs) continue;
    parts.push(encodePart(part));
    part = new Map();
    size = 0;
  }
  if (size > 0) parts.push(encodePart(part));
  return parts;
}

/** An update v2 of what is in `structsOf`: without gaps, and with its own deletions. */
function encodePart(structsOf: ReadonlyMap<number, readonly Struct[]>): Uint8Array {
  const encoder = new Y.UpdateEncoderV2();
  // As Yjs orders them: higher clients first, which makes applying faster.
  const clients = [...structsOf].sort(([a], [b]) => b - a);
  writeVarUint(encoder.restEncoder, clients.length);
  for (const [client, structs] of clients) {
    writeVarUint(encoder.restEncoder, structs.length);
    encoder.writeClient(client);
    writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0);
    for (const struct of structs) struct.write(encoder, 0);
  }
  const deletions = clients
    .map(([client, structs]) => ({ client, ranges: deletedRanges(structs) }))
    .filter(({ ranges }) => ranges.length > 0);
  writeVarUint(encoder.restEncoder, deletions.length);
  for (const { client, ranges } of deletions) {
    encoder.resetDsCurVal();
    writeVarUint(encoder.restEncoder, client);
    writeVarUint(encoder.restEncoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(length);
    }
  }
  return encoder.toUint8Array();
}

interface Range {
  readonly clock: number;
  length: number;
}

function deletedRanges(structs: readonly Struct[]): Range[] {
  const ranges: Range[] = [];
  for (const { deleted, id, length } of structs) {
    if (!deleted) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last.clock + last.length === id.clock) last.length += length;
    else ranges.push({ clock: id.clock, length });
  }
  return ranges;
}
