import * as decoding from "lib0/decoding";
import * as Y from "yjs";

import type { UpdateLimits } from "../gate-context.ts";
import { cutKnown } from "./cut-known.ts";
import type { NewStruct } from "./new-struct.ts";
import { type NewBlock, readBlock } from "./read-block.ts";
import { readNumber } from "./read-number.ts";
import { TooBigError } from "./too-big-error.ts";

export interface Range {
  readonly clock: number;
  readonly len: number;
}
export type DeleteRanges = ReadonlyMap<number, readonly Range[]>;

/** What is new in an update: structs that the document does not have, and all deletions that came with them. */
export interface NewPart {
  /** Update v1; Yjs reads from it exactly `structs` and `deletions`. */
  readonly update: Uint8Array;
  readonly structs: readonly NewStruct[];
  readonly deletions: DeleteRanges;
}

/**
 * Reads an update once, and stops at the first thing that cannot be let in.
 * @throws {TooBigError} when what is new has more bytes or structs than one update may
 * @throws {Refusal} for content that never stood on a board
 * @throws {Error} of any other kind when the bytes are no update that Yjs would read as it is meant
 */
export function readUpdate(doc: Y.Doc, update: Uint8Array, limits: UpdateLimits): NewPart {
  const decoder = new Y.UpdateDecoderV1(decoding.createDecoder(update));
  const blocks = readBlocks(decoder, doc, limits.updateStructs);
  const deletionsFrom = decoder.restDecoder.pos;
  const deletions = readDeletions(decoder);
  const structs = blocks.flatMap((block) => block.structs);
  const hasKnown = blocks.some((block) => block.hasKnown);
  const fresh = hasKnown ? cutKnown(update, blocks, deletionsFrom) : update;
  if (structs.length > 0 && fresh.byteLength > limits.updateBytes) throw new TooBigError();
  return { update: fresh, structs, deletions };
}

function readBlocks(decoder: Y.UpdateDecoderV1, doc: Y.Doc, maxStructs: number): NewBlock[] {
  const blocks = new Map<number, NewBlock>();
  let structsLeft = maxStructs;
  for (let left = readNumber(decoder.restDecoder); left > 0; left -= 1) {
    const block = readBlock(decoder, doc, structsLeft);
    // Yjs keeps only the last of a client's blocks, so a second one would make it read something else.
    if (blocks.has(block.clientId)) throw new RangeError("structs are torn apart");
    blocks.set(block.clientId, block);
    structsLeft -= block.structs.length;
  }
  return [...blocks.values()];
}

/** As `readDeleteSet` of yjs/src/utils/DeleteSet.js. */
function readDeletions(decoder: Y.UpdateDecoderV1): DeleteRanges {
  const ranges = new Map<number, Range[]>();
  for (let left = readNumber(decoder.restDecoder); left > 0; left -= 1) {
    const clientId = readNumber(decoder.restDecoder);
    const own = ranges.get(clientId) ?? [];
    ranges.set(clientId, own);
    for (let more = readNumber(decoder.restDecoder); more > 0; more -= 1) {
      own.push({ clock: readNumber(decoder.restDecoder), len: readNumber(decoder.restDecoder) });
    }
  }
  return ranges;
}
