import type { BinnedCard, CardOwner, Command, HeldCard, Role } from "@hefboom/board";

/** Place in a board's log; 0 is before the first entry. */
export type Seq = number;

/** What a commit changed for one card: server time, no text and no person. */
export interface CardEvent {
  /** Milliseconds since 1970, server time. */
  at: number;
  phase: string;
  kind:
    | "create"
    | "place"
    | "rewrite"
    | "delete"
    | "restore"
    | "label"
    | "edit"
    | "hide"
    | "show"
    | "reveal";
  card: string;
  lever: string | null;
}

export interface DoneCommandRow {
  id: string;
  personId: string;
  /** JSON of what takes it back, without any text of a card; absent: it cannot be taken back. */
  inverse?: string;
}

/** Dots that a voter gave to something in a ballot; 0: taken back. */
export interface VoteRow {
  ballot: string;
  voter: string;
  target: string;
  dots: number;
}

/** Somebody who joined; times are server time in ms, `null`: not so. */
export interface PersonRow {
  personId: string;
  stoppedAt: number | null;
  handAt: number | null;
}

/** A step of those who lead, or what somebody did to a cluster or a card of somebody else: the readable log. */
export interface Act {
  /** Of the command; of typing, which has none, an id of its own. */
  id: string;
  /** Milliseconds since 1970, server time. */
  at: number;
  /** `NOBODY_ID`: a participant, with authors hidden or erased since. */
  personId: string;
  role: Role;
  op: Command["op"];
  /** Id of the card, cluster, lever, phase or person it was about. */
  about: string | null;
}

/** What was held, voted and decided about people, as a batch changed it. */
export interface BookChanges {
  held: readonly HeldCard[];
  /** Ids of cards that are held no longer. */
  released: readonly string[];
  votes: readonly VoteRow[];
  /** `name` only where it changed. */
  people: readonly (PersonRow & { name?: string | null })[];
}

/** One batch of a room as it is stored: whole or not at all. */
export interface LogEntry {
  /** Yjs update v1, the batch's one transaction; absent when the batch left the document as it was. */
  update?: Uint8Array;
  owners: readonly CardOwner[];
  events: readonly CardEvent[];
  /** Ids of commands done, with who did them, so that the same one is never done twice. */
  doneCommands: readonly DoneCommandRow[];
  /** Cards that this batch put into the bin. */
  binned: readonly BinnedCard[];
  /** Ids of cards that left the bin. */
  restored: readonly string[];
  /** Who writes under which Yjs clientID from now on; `null` is the server itself. */
  clients: readonly { clientId: number; personId: string | null }[];
  acts: readonly Act[];
  /** Absent: nothing of it changed. */
  books?: BookChanges;
}

export interface StoredUpdate {
  seq: Seq;
  update: Uint8Array;
}

/** Everything up to `seq`, collected. */
export interface StoredSnapshot {
  seq: Seq;
  /** Updates v2 of at most 2,000 structs, to be applied in this order: none needs anything of a later one. */
  parts: Uint8Array[];
}

export interface StoredLog {
  /** 1 for a new board; another one makes replicas of before worthless. */
  epoch: number;
  /** `undefined` until the log was first collected. */
  snapshot: StoredSnapshot | undefined;
  /** Updates v1 after the snapshot, oldest first. */
  updates: StoredUpdate[];
  head: Seq;
}

/** What takes the place of everything in a log up to and with `upTo`. */
export interface Rewriting {
  upTo: Seq;
  epoch: number;
  /** As in `StoredSnapshot`. */
  parts: readonly Uint8Array[];
}

/** What a room needs besides the document. */
export interface BoardRecords {
  owners: CardOwner[];
  clients: { clientId: number; personId: string | null }[];
  held: HeldCard[];
  votes: VoteRow[];
  people: PersonRow[];
}

/**
 * - `LOG_MOVED`: somebody else wrote first; read what is missing and judge again.
 * - `LOG_FULL`: nothing can be stored now; what was stored is fine.
 * - `LOG_DAMAGED`: something stored lacks or fails its checksum; the message names the board.
 * - `LOG_MISSING`: there is no such board.
 */
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
   * The stored board and the head it leads to; entries without an update leave no row.
   * @throws {LogError} LOG_MISSING when there is no such board, LOG_DAMAGED when something of it lacks or does not match its checksum
   */
  load(boardId: string): Promise<StoredLog>;
  records(boardId: string): Promise<BoardRecords>;
  /**
   * Who did the commands with these ids, of those that were done, however long ago. `null`: long before the board's newest
   * thousands, and of those it is forgotten by whom.
   */
  doneBy(boardId: string, commandIds: readonly string[]): Promise<Map<string, string | null>>;
  /** How done commands are taken back, by command id; those that cannot be are left out. */
  inversesOf(
    boardId: string,
    commandIds: readonly string[],
  ): Promise<Map<string, { personId: string; inverse: string }>>;
  /** How what this person did is taken back, of what can be. */
  inversesBy(boardId: string, personId: string): Promise<string[]>;
  /** The name by which somebody came in, or was given since; it is never told to others from here. */
  nameOf(boardId: string, personId: string): Promise<string | undefined>;
  /** Those of `cardIds` that lie in the bin. */
  binned(boardId: string, cardIds: readonly string[]): Promise<Map<string, BinnedCard>>;
  /** The whole bin, what was binned last first. */
  bin(boardId: string): Promise<BinnedCard[]>;
  /** The readable log, the newest first: at most `count` acts that were done before `before`, in ms since 1970. */
  acts(boardId: string, options: { before: number; count: number }): Promise<Act[]>;
  /** Where the log ends now; another node may have gone on. @throws {LogError} LOG_MISSING */
  head(boardId: string): Promise<Seq>;
  /** Resolves with the new head once the entry survives a power cut. @throws {LogError} LOG_MOVED when head ≠ `after`, LOG_FULL, LOG_MISSING */
  append(boardId: string, after: Seq, entry: LogEntry): Promise<Seq>;
  /**
   * Puts `parts` in the place of everything up to `upTo`; what was appended after it stays. When it resolves nothing of
   * what was replaced is left; cut off at any moment, the log loads as before or as after.
   * @throws {LogError} LOG_MOVED when `upTo` is after the head or before the snapshot there is, LOG_FULL, LOG_MISSING
   */
  rewrite(boardId: string, rewriting: Rewriting): Promise<void>;
  /** Empties the bins of all boards of what was binned before that moment, in ms since 1970. @throws {LogError} LOG_FULL */
  clearBin(before: number): Promise<void>;
  /**
   * Shortens the readable logs of all boards: without acts from before that moment, in ms since 1970, and of each board with
   * the newest `count` of participants and the newest `count` of everybody else, so that nobody crowds out those who lead.
   * @throws {LogError} LOG_FULL
   */
  clearActs(bound: { before: number; count: number }): Promise<void>;
  /** Writes something that survives a power cut, to find out whether there is room again. @throws {LogError} LOG_FULL */
  probe(): Promise<void>;
}
