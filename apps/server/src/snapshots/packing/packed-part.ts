import { promisify } from "node:util";
import { constants, crc32, deflateRaw, inflateRaw } from "node:zlib";
import { frameParts, splitParts } from "@hefboom/contract/messages";
import { LogError } from "@hefboom/sync";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Ends on a byte without ending the stream, so that packed parts one after the other are one stream. */
const OPEN_END = { finishFlush: constants.Z_SYNC_FLUSH };

/**
 * A part of a snapshot as it is stored: framed, deflated, without an end. A client's `state` is a gzip header, these,
 * and a trailer; nothing is inflated or deflated again for it.
 */
export interface PackedPart {
  readonly data: Uint8Array;
  /** Size and CRC-32 of all framed parts up to and with this one. */
  readonly streamBytes: number;
  readonly streamCrc: number;
}
/** How far a stream of framed parts has come. */
export type StreamPosition = Pick<PackedPart, "streamBytes" | "streamCrc">;

export const STREAM_START: StreamPosition = { streamBytes: 0, streamCrc: 0 };

/** Packs `part` as what follows `before` in the stream; works in zlib's threads. */
export async function packPart(part: Uint8Array, before: StreamPosition): Promise<PackedPart> {
  const framed = frameParts([part]);
  return {
    data: await deflate(framed, OPEN_END),
    streamBytes: before.streamBytes + framed.byteLength,
    streamCrc: crc32(framed, before.streamCrc),
  };
}

/** @throws {LogError} LOG_DAMAGED, naming the board */
export async function unpackAll(
  boardId: string,
  parts: readonly Pick<PackedPart, "data">[],
): Promise<Uint8Array[]> {
  try {
    return await Promise.all(parts.map(unpack));
  } catch (cause) {
    throw new LogError("LOG_DAMAGED", `a part of board ${boardId} is damaged`, { cause });
  }
}

async function unpack({ data }: Pick<PackedPart, "data">): Promise<Uint8Array> {
  const [part] = splitParts(await inflate(data, OPEN_END));
  if (part === undefined) throw new RangeError("a part without content");
  return part;
}
