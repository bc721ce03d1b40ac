import * as encoding from "lib0/encoding";

import type { NewItem, NewStruct } from "./new-struct.ts";
import type { NewBlock } from "./read-block.ts";

/**
 * The update without the structs that the document has; what is new is copied byte by byte. (`Y.diffUpdate` would make
 * every struct first, and a resend has many.)
 * @param deletionsFrom where the deletions begin in `update`
 */
export function cutKnown(
  update: Uint8Array,
  blocks: readonly NewBlock[],
  deletionsFrom: number,
): Uint8Array {
  const withNew = blocks.filter(({ structs }) => structs.length > 0);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, withNew.length);
    for (const { clientId, structs, cut, from, to } of withNew) {
      encoding.writeVarUint(encoder, structs.length);
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, structs[0]?.id.clock ?? 0);
      if (cut !== undefined) writeCut(encoder, cut);
      encoding.writeUint8Array(encoder, update.subarray(from, to));
    }
    encoding.writeUint8Array(encoder, update.subarray(deletionsFrom));
  });
}

/** What is cut always goes on after its own first part. */
function writeCut(encoder: encoding.Encoder, struct: NewStruct): void {
  if (struct.kind !== "item") {
    encoding.writeUint8(encoder, struct.kind === "skip" ? 10 : 0);
    encoding.writeVarUint(encoder, struct.length);
    return;
  }
  const { origin, rightOrigin, content } = struct;
  const ids = [origin, rightOrigin].filter((id) => id !== null);
  const neighbours = 0x80 | (rightOrigin === null ? 0 : 0x40);
  encoding.writeUint8(encoder, neighbours | refOf(content));
  for (const { client, clock } of ids) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  }
  if (content.kind === "characters") encoding.writeVarString(encoder, content.text);
  else encoding.writeVarUint(encoder, struct.length);
}

/** Other content is never let in, whatever is written for it. */
const refOf = (content: NewItem["content"]): number => (content.kind === "characters" ? 4 : 1);
