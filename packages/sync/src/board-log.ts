import type { CardOwner } from "@hefboom/board";

/** Place in a board's log; 0 is before the first entry. */
export type Seq = number;

/** What a commit changed for one card: server time, no text and no person. */
export interface CardEvent {
  /** Milliseconds since 1970, server time. */
  at: number;
  phase: string;
  kind: "create" | "place" | "rewrite" | "delete" | "edit";
  card: string;
  lever: string | null;
}

/** One batch of a room as it is stored: whole or not at all. */
export interface LogEntry {
  /** Yjs update v1, the batch's one transaction; absent when the batch left the document as it was. */
  update?: Uint8Array;
  owners: readonly CardOwner[];
  events: readonly CardEvent[];
  /** Ids of commands done, with who did them, so that the same one is never done twice. */
  doneCommands: readonly { id: string; personId: string }[];
  /** Who writes under which Yjs clientID from now on; `null` is the server itself. */
  clients: readonly { clientId: number; personId: string | null }[];
}

export interface StoredUpdate {
  seq: Seq;
  update: Uint8Array;
}

export interface StoredLog {
  updates: StoredUpdate[];
  head: Seq;
}

/** What a room needs besides the document. */
export interface BoardRecords {
  owners: CardOwner[];
  clients: { clientId: number; personId: string | null }[];
}

export type LogErrorCode = "LOG_MOVED" | "LOG_FULL" | "LOG_DAMAGED" | "LOG_MISSING";
export class LogError extends Error {
  override readonly name = "LogError";
  readonly code: LogErrorCode;
  constructor(code: LogErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Where boards rest. One class per database; each passes `boardLogSuite`. */
export interface BoardLog extends AsyncDisposable {
  /**
   * Stored updates (Yjs v1), oldest first, and the head they lead to; entries without an update leave no row.
   * @throws {LogError} LOG_MISSING when there is no such board, LOG_DAMAGED when a row does not match its checksum
   */
  load(boardId: string): Promise<StoredLog>;
  records(boardId: string): Promise<BoardRecords>;
  /** Who did the command with this id, if it was done. */
  doneBy(boardId: string, commandIds: readonly string[]): Promise<Map<string, string>>;
  /** Resolves with the new head once the entry survives a power cut. @throws {LogError} LOG_MOVED when head ≠ `after`, LOG_FULL, LOG_MISSING */
  append(boardId: string, after: Seq, entry: LogEntry): Promise<Seq>;
}
