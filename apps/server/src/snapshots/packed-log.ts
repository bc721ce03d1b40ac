import type { Seq, StoredUpdate } from "@hefboom/sync";

import type { PackedPart } from "./packing/packed-part.ts";

/** Where a board's log has come to. */
export interface LogPosition {
  readonly epoch: number;
  readonly head: Seq;
}

/** How a board's log lies. */
export interface LogShape extends LogPosition {
  /** Up to here it is collected; 0: never. */
  readonly collectedTo: Seq;
  /** Size of the unpacked snapshot. */
  readonly snapshotBytes: number;
}

/** A stored board with its snapshot still packed. */
export interface PackedLog extends LogPosition {
  readonly snapshot: { readonly seq: Seq; readonly parts: readonly PackedPart[] } | undefined;
  /** Updates v1 after the snapshot, oldest first. */
  readonly updates: StoredUpdate[];
}

/** What is read of stored boards without opening their rooms. */
export interface PackedBoards {
  /** @throws {LogError} LOG_MISSING */
  shape(boardId: string): Promise<LogShape>;
  /** @throws {LogError} LOG_MISSING, LOG_DAMAGED */
  packed(boardId: string): Promise<PackedLog>;
}
