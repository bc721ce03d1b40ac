import { promisify } from "node:util";
import { constants, crc32, deflateRaw, inflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Ends on a byte without ending the stream, so that packed parts one after the other are one stream. */
const OPEN_END = { finishFlush: constants.Z_SYNC_FLUSH };
const LENGTH_BYTES = 4;

/**
 * A part of a snapshot as it is stored: its length and itself, deflated, without an end. A client's `state` is a gzip
 * header, these, and a trailer; nothing is inflated or deflated again for it.
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
  const framed = frame(part);
  return {
    data: await deflate(framed, OPEN_END),
    streamBytes: before.streamBytes + framed.byteLength,
    streamCrc: crc32(framed, before.streamCrc),
  };
}

export async function unpackPart({ data }: Pick<PackedPart, "data">): Promise<Uint8Array> {
  const framed = await inflate(data, OPEN_END);
  return framed.subarray(LENGTH_BYTES);
}

function frame(part: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(LENGTH_BYTES + part.byteLength);
  framed.writeUInt32BE(part.byteLength);
  framed.set(part, LENGTH_BYTES);
  return framed;
}
