/** Frames that are remembered; a frame that comes again after this many others is read again, which is slower, not wrong. */
const KNOWN_MAX = 20_000;
const HEAD_BYTES = 24;

/**
 * What stands in a frame, read once: all receivers of a room get the same bytes, and looking for marks in each copy would
 * cost more than the server does. Frames count as the same when length, the first 24 bytes (they name the writer and its
 * clock), the middle and the end agree.
 */
export class KnownFrames {
  readonly #read: (bytes: Buffer) => readonly number[];
  readonly #known = new Map<number, readonly number[]>();

  constructor(read: (bytes: Buffer) => readonly number[]) {
    this.#read = read;
  }

  marksOf(bytes: Buffer): readonly number[] {
    const key = fingerprint(bytes);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const marks = this.#read(bytes);
    if (this.#known.size >= KNOWN_MAX) this.#known.clear();
    this.#known.set(key, marks);
    return marks;
  }
}

function fingerprint(bytes: Buffer): number {
  const { length } = bytes;
  let hash = length;
  if (length < HEAD_BYTES) {
    for (let at = 0; at < length; at += 1) hash = mix(hash, bytes[at] ?? 0);
  } else {
    for (let at = 0; at < HEAD_BYTES; at += 4) hash = mix(hash, bytes.readInt32LE(at));
    hash = mix(hash, bytes.readInt32LE((length - 4) >> 1));
    hash = mix(hash, bytes.readInt32LE(length - 4));
  }
  return (hash >>> 0) * 2 ** 20 + (length % 2 ** 20); // 52 bits: exact in a number
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
