import type { FinalRefusal } from "@hefboom/board";

/** What the gate says of an update from outside; it is applied whole or not at all. */
export type GateVerdict =
  /** Nothing in it is new: no write. */
  | { kind: "nothing" }
  | {
      kind: "apply";
      /** What is new in the update, as update v1. */
      update: Uint8Array;
      cards: ReadonlySet<string>;
      /** False when it only takes away. */
      adds: boolean;
      /** Yjs clientIDs that this person writes under for the first time. */
      newClients: readonly number[];
    }
  | { kind: "refuse"; code: FinalRefusal; reason: string }
  | { kind: "malformed" }
  | { kind: "too-big" };

/** Ends the reading of an update; turned into a verdict by `judgeUpdate`. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: FinalRefusal;
  constructor(code: FinalRefusal, reason: string) {
    super(reason);
    this.code = code;
  }
}
