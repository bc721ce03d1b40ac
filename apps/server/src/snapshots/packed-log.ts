import type { Seq, StoredUpdate } from "@hefboom/sync";

import type { PackedPart } from "./packed-part.ts";

/** Where a board's log has come to. */
export interface LogPosition {
  readonly epoch: number;
  readonly head: Seq;
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
  position(boardId: string): Promise<LogPosition>;
  /** @throws {LogError} LOG_MISSING, LOG_DAMAGED */
  packed(boardId: string): Promise<PackedLog>;
}
