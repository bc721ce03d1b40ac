import { encodeReached, encodeSync } from "@hefboom/contract/messages";

import type { Seq } from "../board-log.ts";
import { type RoomState, updateSince } from "../state/room-state.ts";
import type { OutletKind } from "./outlet.ts";
import { type Packet, packetOf } from "./packet.ts";

/** Updates of more bytes together are not kept: whoever names many places could fill the memory with copies of the board. */
const KEPT_MAX_BYTES = 4 * 1_048_576;

/** What replicas lack that are at an earlier seq; made once for all who lack the same. */
export class CatchUps {
  readonly #updates = new Map<Seq, Uint8Array>();
  #keptBytes = 0;
  /** State that the updates lead to. */
  #of: { state: RoomState; seq: Seq } | undefined;

  /** One update v1 with everything after `since`; `undefined`: too far back, see `updateSince`. */
  update(state: RoomState, since: Seq): Uint8Array | undefined {
    if (this.#of?.state !== state || this.#of.seq !== state.seq) {
      this.#clear();
      this.#of = { state, seq: state.seq };
    }
    const known = this.#updates.get(since);
    if (known !== undefined) return known;
    const update = updateSince(state, since);
    if (update === undefined) return undefined;
    if (this.#keptBytes + update.byteLength > KEPT_MAX_BYTES) this.#clear();
    this.#updates.set(since, update);
    this.#keptBytes += update.byteLength;
    return update;
  }

  /** The same as it is sent to a reader that goes on from `seq`. */
  packet(state: RoomState, { seq, kind }: { seq: Seq; kind: OutletKind }): Packet | undefined {
    const update = this.update(state, seq);
    if (update === undefined) return undefined;
    const frame = encodeSync("update", update);
    return kind === "stock"
      ? packetOf(frame)
      : packetOf(frame, encodeReached(state.epoch, state.seq));
  }

  /** The state of before is gone. */
  forget(): void {
    this.#clear();
    this.#of = undefined;
  }

  #clear(): void {
    this.#updates.clear();
    this.#keptBytes = 0;
  }
}
