import * as Y from "yjs";

import type { CatchUps } from "../audience/catch-ups.ts";
import type { Seq } from "../board-log.ts";
import type { RoomState } from "../state/room-state.ts";

/** What someone who enters may read of the board, at the moment they enter. */
export interface Entrance {
  stateVector(): Uint8Array;
  /** Everything after `seq`, as one update made once for all who ask the same; `undefined`: too far back. */
  since(seq: Seq): Uint8Array | undefined;
  epoch: number;
  seq: Seq;
}

export function entranceTo(state: RoomState, catchUps: CatchUps): Entrance {
  return {
    stateVector: () => Y.encodeStateVector(state.doc),
    since: (seq) => catchUps.update(state, seq),
    epoch: state.epoch,
    seq: state.seq,
  };
}
