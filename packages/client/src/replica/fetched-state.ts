import { splitParts } from "@hefboom/contract/messages";

import type { StoredReplica } from "./replica-store.ts";

/** The answer of `GET state?parts=1`: the body with the place in the log from its headers. */
export interface FetchedState {
  readonly epoch: number;
  readonly seq: number;
  /** Updates v2, framed as `splitParts` takes them. */
  readonly body: Uint8Array;
}

/** The answer was no list of parts. */
class StateError extends Error {
  override readonly name = "StateError";
  readonly code = "NO_PARTS";
}

/** @throws {StateError | RangeError} when the body does not divide into parts, or its place is no number */
export function toReplica({ epoch, seq, body }: FetchedState): StoredReplica {
  if (!Number.isSafeInteger(epoch) || !Number.isSafeInteger(seq)) throw new StateError("no place");
  const updates = splitParts(body);
  if (updates.length === 0) throw new StateError("no parts");
  return { epoch, seq, chunks: [{ format: "v2", updates }] };
}
