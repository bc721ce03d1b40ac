import type { StreamPosition } from "./packed-part.ts";

/** Deflate, no name, no time, from Unix. */
export const GZIP_HEADER: Buffer = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** An empty last block, where deflated parts have no end of their own. */
const LAST_BLOCK = [3, 0];

/** What ends a gzip stream of packed parts; the last of them has come to `end`. */
export function gzipTrailer({ streamBytes, streamCrc }: StreamPosition): Buffer {
  const trailer = Buffer.alloc(LAST_BLOCK.length + 8);
  trailer.set(LAST_BLOCK);
  trailer.writeUInt32LE(streamCrc >>> 0, LAST_BLOCK.length);
  trailer.writeUInt32LE(streamBytes % 2 ** 32, LAST_BLOCK.length + 4);
  return trailer;
}
