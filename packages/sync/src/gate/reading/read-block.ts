import * as Y from "yjs";

import { type NewStruct, withoutFirst } from "./new-struct.ts";
import { readNumber } from "./read-number.ts";
import { readStruct } from "./read-struct.ts";
import { TooBigError } from "./too-big-error.ts";

/** What is new in the structs of one client, with where it stands in the update's bytes. */
export interface NewBlock {
  readonly clientId: number;
  readonly structs: NewStruct[];
  /** Something was left out because the document has it. */
  hasKnown: boolean;
  /** The first of `structs`, where only its second part is new. */
  cut: NewStruct | undefined;
  /** Bytes of the structs that are wholly new. */
  from: number;
  to: number;
}

/** @throws {TooBigError} as soon as more than `maxStructs` are new */
export function readBlock(decoder: Y.UpdateDecoderV1, doc: Y.Doc, maxStructs: number): NewBlock {
  const { restDecoder } = decoder;
  const count = readNumber(restDecoder);
  if (count === 0) throw new RangeError("a client without structs");
  const clientId = readNumber(restDecoder);
  let clock = readNumber(restDecoder);
  const state = Y.getState(doc.store, clientId);
  const block: NewBlock = {
    clientId,
    structs: [],
    hasKnown: clock < state,
    cut: undefined,
    from: restDecoder.pos,
    to: 0,
  };
  for (let left = count; left > 0; left -= 1) {
    const struct = readStruct(decoder, clientId, clock);
    const known = state - clock;
    clock += struct.length;
    if (known > 0) block.from = restDecoder.pos;
    if (known >= struct.length) continue;
    if (known > 0) block.cut = withoutFirst(struct, known);
    block.structs.push(block.cut !== undefined && known > 0 ? block.cut : struct);
    if (block.structs.length > maxStructs) throw new TooBigError();
  }
  block.to = restDecoder.pos;
  return block;
}
