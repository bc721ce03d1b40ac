import * as Y from "yjs";

import { Refusal } from "../gate-verdict.ts";
import type { NewItem, NewStruct } from "./new-struct.ts";
import { readId, readNumber } from "./read-number.ts";

/** Kinds of content in update v1, by number; see `contentRefs` in yjs/src/structs/Item.js. */
const COLLECTED = 0;
const DELETED = 1;
const STRING = 4;
const TYPE = 7;
const ANY = 8;
const SKIP = 10;
const NEVER_ON_A_BOARD: readonly number[] = [2, 3, 5, 6, 9]; // JSON, bytes, embeds, formats, subdocuments
const KIND = 0b1_1111;
const HAS_KEY = 0b10_0000;
const HAS_RIGHT = 0b100_0000;
const HAS_LEFT = 0b1000_0000;

/** The only types on a board; others would read a name too. */
const TEXT_TYPE = 2;
const MAP_TYPE = 1;

/**
 * Reads the next struct, as `lazyStructReaderGenerator` of yjs/src/utils/updates.js does; but makes nothing out of what
 * it reads: made of hostile bytes, 25,000 subdocuments take a good part of a second.
 * @throws {Refusal} for content that never stood on a board
 * @throws {Error} of any kind for bytes that are no struct
 */
export function readStruct(decoder: Y.UpdateDecoderV1, client: number, clock: number): NewStruct {
  const info = decoder.readInfo();
  const id = Y.createID(client, clock);
  if (info === SKIP) return { kind: "skip", id, length: readLength(decoder) };
  const kind = info & KIND;
  if (kind === COLLECTED) return { kind: "collected", id, length: readLength(decoder) };
  const origin = (info & HAS_LEFT) === 0 ? null : readId(decoder.restDecoder);
  const rightOrigin = (info & HAS_RIGHT) === 0 ? null : readId(decoder.restDecoder);
  let parent: NewItem["parent"] = null;
  let parentSub: string | null = null;
  if ((info & (HAS_LEFT | HAS_RIGHT)) === 0) {
    parent = decoder.readParentInfo() ? decoder.readString() : readId(decoder.restDecoder);
    if ((info & HAS_KEY) !== 0) parentSub = decoder.readString();
  }
  const { content, length } = readContent(decoder, kind);
  return { kind: "item", id, length, origin, rightOrigin, parent, parentSub, content };
}

function readContent(
  decoder: Y.UpdateDecoderV1,
  kind: number,
): { content: NewItem["content"]; length: number } {
  switch (kind) {
    case STRING: {
      const text = decoder.readString();
      if (text === "") throw new RangeError("an item without length");
      return { content: { kind: "characters", text }, length: text.length };
    }
    case DELETED:
      return { content: { kind: "deleted" }, length: readLength(decoder) };
    case ANY: {
      const length = readLength(decoder);
      for (let at = 0; at < length; at += 1) decoder.readAny();
      return { content: { kind: "other" }, length };
    }
    case TYPE: {
      const type = decoder.readTypeRef();
      if (type !== TEXT_TYPE && type !== MAP_TYPE) throw notPlain();
      return { content: { kind: "other" }, length: 1 };
    }
    default:
      if (NEVER_ON_A_BOARD.includes(kind)) throw notPlain();
      throw new RangeError("no such content");
  }
}

/** Yjs writes nothing without a length; one would stand where the next one stands. */
function readLength(decoder: Y.UpdateDecoderV1): number {
  const length = readNumber(decoder.restDecoder);
  if (length < 1) throw new RangeError("a struct without length");
  return length;
}

const notPlain = () => new Refusal("not-allowed", "is no plain text");
