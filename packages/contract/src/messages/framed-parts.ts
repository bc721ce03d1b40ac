const LENGTH_BYTES = 4;

/** The body of `GET state?parts=1`: each part after its length in bytes, a uint32 big-endian. */
export function frameParts(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const sizeBytes = parts.reduce((sum, { byteLength }) => sum + LENGTH_BYTES + byteLength, 0);
  const framed = new Uint8Array(sizeBytes);
  const view = new DataView(framed.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.byteLength);
    framed.set(part, at + LENGTH_BYTES);
    at += LENGTH_BYTES + part.byteLength;
  }
  return framed;
}

/** The parts again, as views of `framed`. @throws {RangeError} when it ends within one */
export function splitParts(framed: Uint8Array): Uint8Array[] {
  const view = new DataView(framed.buffer, framed.byteOffset, framed.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < framed.byteLength) {
    const end = at + LENGTH_BYTES + view.getUint32(at);
    if (end > framed.byteLength) throw new RangeError("the last part is cut off");
    parts.push(framed.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return parts;
}
