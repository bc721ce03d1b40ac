import type { StoredReplica } from "./replica-store.ts";

/** The answer of `GET state?parts=1`: the body with the place in the log from its headers. */
export interface FetchedState {
  readonly epoch: number;
  readonly seq: number;
  /** Repeated: length as uint32 big-endian, then an update v2 of that length. */
  readonly body: Uint8Array;
}

/** The answer was no list of parts. */
class StateError extends Error {
  override readonly name = "StateError";
  readonly code = "NO_PARTS";
}

const LENGTH_BYTES = 4;

/** @throws {StateError} when the body does not divide into parts, or its place is no number */
export function toReplica({ epoch, seq, body }: FetchedState): StoredReplica {
  if (!Number.isSafeInteger(epoch) || !Number.isSafeInteger(seq)) throw new StateError("no place");
  return { epoch, seq, chunks: [{ format: "v2", updates: splitParts(body) }] };
}

function splitParts(body: Uint8Array): Uint8Array[] {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < body.byteLength) {
    if (at + LENGTH_BYTES > body.byteLength) throw new StateError("a part cut short");
    const start = at + LENGTH_BYTES;
    at = start + view.getUint32(at);
    if (at > body.byteLength) throw new StateError("a part cut short");
    parts.push(body.subarray(start, at));
  }
  if (parts.length === 0) throw new StateError("no parts");
  return parts;
}
