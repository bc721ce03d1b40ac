const LENGTH_BYTES = 4;

/** Each chunk after its length, a uint32 big-endian. */
export function frame(chunks: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  const size = chunks.reduce((sum, { byteLength }) => sum + LENGTH_BYTES + byteLength, 0);
  const framed = Buffer.from(new ArrayBuffer(size)); // of its own, so that it can be handed to a thread
  let at = 0;
  for (const chunk of chunks) {
    at = framed.writeUInt32BE(chunk.byteLength, at);
    framed.set(chunk, at);
    at += chunk.byteLength;
  }
  return framed;
}

/** @throws {RangeError} when `framed` ends within a chunk */
export function unframe(framed: Uint8Array): Uint8Array[] {
  const view = new DataView(framed.buffer, framed.byteOffset, framed.byteLength);
  const chunks: Uint8Array[] = [];
  let at = 0;
  while (at < framed.byteLength) {
    const end = at + LENGTH_BYTES + view.getUint32(at);
    if (end > framed.byteLength) throw new RangeError("the last chunk is cut off");
    chunks.push(framed.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return chunks;
}
