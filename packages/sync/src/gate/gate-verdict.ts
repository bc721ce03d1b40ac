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
  | {
      kind: "malformed";
      /** What the gate threw without meaning to: a fault of ours, to be reported. */
      fault?: unknown;
    }
  | { kind: "too-big" };

/** Node's engine has this setting; the standard does not know it. */
const v8: ErrorConstructor & { stackTraceLimit?: number | undefined } = Error;

/** Ends the reading of an update; turned into a verdict by `judgeUpdate`. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: FinalRefusal;
  constructor(code: FinalRefusal, reason: string) {
    const { stackTraceLimit } = v8;
    v8.stackTraceLimit = 0; // nobody reads where it was thrown, and finding out is half of what a refusal costs
    super(reason);
    v8.stackTraceLimit = stackTraceLimit;
    this.code = code;
  }
}
