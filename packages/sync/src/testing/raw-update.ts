import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

export interface RawId {
  readonly client: number;
  readonly clock: number;
}

/** A struct written by hand, where no API of Yjs would write it. */
export type RawStruct =
  | { kind: "collected" | "skip"; length: number }
  | {
      kind: "item";
      left?: RawId | undefined;
      right?: RawId | undefined;
      /** A stored item by id or a root by name; written only where there is no neighbour, as Yjs does. */
      parent?: RawId | string;
      key?: string;
      content: RawContent;
    };
export interface RawContent {
  /** Number of the content's kind in update v1. */
  ref: number;
  write: (encoder: encoding.Encoder) => void;
}
export interface RawBlock {
  clientId: number;
  clock: number;
  structs: readonly RawStruct[];
}
export interface RawDeletions {
  clientId: number;
  ranges: readonly (readonly [clock: number, length: number])[];
}

export const characters = (text: string): RawContent => ({
  ref: 4,
  write: (encoder) => encoding.writeVarString(encoder, text),
});
export const deletedContent = (length: number): RawContent => ({
  ref: 1,
  write: (encoder) => encoding.writeVarUint(encoder, length),
});

/** Update v1 out of whatever parts. */
export function rawUpdate(
  blocks: readonly RawBlock[],
  deletions: readonly RawDeletions[] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const { clientId, clock, structs } of blocks) {
      writeNumbers(encoder, [structs.length, clientId, clock]);
      for (const struct of structs) writeStruct(encoder, struct);
    }
    encoding.writeVarUint(encoder, deletions.length);
    for (const { clientId, ranges } of deletions) {
      writeNumbers(encoder, [clientId, ranges.length, ...ranges.flat()]);
    }
  });
}

/** One letter or more of one client between two neighbours, in an update of its own. */
export function rawLetters(
  clientId: number,
  {
    left,
    right,
    text = "x",
  }: { left?: RawId | undefined; right?: RawId | undefined; text?: string },
): Uint8Array {
  const struct: RawStruct = { kind: "item", left, right, content: characters(text) };
  return rawUpdate([{ clientId, clock: 0, structs: [struct] }]);
}

function writeStruct(encoder: encoding.Encoder, struct: RawStruct): void {
  if (struct.kind !== "item") {
    encoding.writeUint8(encoder, struct.kind === "skip" ? 10 : 0);
    encoding.writeVarUint(encoder, struct.length);
    return;
  }
  const { left, right, parent, key, content } = struct;
  const hasKey = key === undefined ? 0 : 0x20;
  encoding.writeUint8(encoder, content.ref | (left ? 0x80 : 0) | (right ? 0x40 : 0) | hasKey);
  for (const id of [left, right]) if (id) writeNumbers(encoder, [id.client, id.clock]);
  if (!left && !right) {
    const isRoot = typeof parent === "string";
    encoding.writeVarUint(encoder, isRoot ? 1 : 0);
    if (isRoot) encoding.writeVarString(encoder, parent);
    else writeNumbers(encoder, [parent?.client ?? 0, parent?.clock ?? 0]);
    if (key !== undefined) encoding.writeVarString(encoder, key);
  }
  content.write(encoder);
}

function writeNumbers(encoder: encoding.Encoder, numbers: readonly number[]): void {
  for (const number of numbers) encoding.writeVarUint(encoder, number);
}

/** `attack`, whatever its bytes, behind the one block of `legal`, which deletes nothing. */
export function hiddenBehind(legal: Uint8Array, attack: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(attack);
  let blocks = 0;
  try {
    blocks = decoding.readVarUint(decoder);
  } catch {
    decoder.pos = 0; // not even a number: it stands as it is where the deletions should be
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks + 1);
    encoding.writeUint8Array(encoder, legal.subarray(1, -1));
    encoding.writeUint8Array(encoder, attack.subarray(decoder.pos));
  });
}
