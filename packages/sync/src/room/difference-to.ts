import * as Y from "yjs";

import type { CatchUps } from "../audience/catch-ups.ts";
import type { RoomState } from "../state/room-state.ts";
import { isTooOld } from "../state/too-old.ts";

/** An update v1, or why there is none. */
export type Difference = Uint8Array | "malformed" | "replicaOutOfDate";

/** What a replica with this state vector lacks, made once for all that have nothing. */
export function differenceTo(
  state: RoomState,
  catchUps: CatchUps,
  stateVector: Uint8Array,
): Difference {
  if (isEmptyVector(stateVector)) return catchUps.update(state, 0) ?? "replicaOutOfDate";
  try {
    if (isTooOld(state.doc, stateVector)) return "replicaOutOfDate";
    return Y.encodeStateAsUpdate(state.doc, stateVector);
  } catch {
    return "malformed"; // Yjs tells an ill-formed vector by throwing
  }
}

/** The vector of a replica that has nothing yet: every new page of a stock client sends it. */
function isEmptyVector(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 1 && stateVector[0] === 0;
}
