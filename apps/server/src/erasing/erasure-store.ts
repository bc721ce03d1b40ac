export type ErasureState = "running" | "done" | "failed";

export type ErasureKind = "person" | "card" | "board";

/** What somebody asked to have erased. It holds ids alone, so it may be kept: a restored copy is erased again by it. */
export interface Erasure {
  /** Unguessable, so that knowing it is enough to ask how far it is. */
  readonly job: string;
  readonly boardId: string;
  readonly kind: ErasureKind;
  /** Id of the person, the card or the board. */
  readonly target: string;
  /** Milliseconds since 1970, server time. */
  readonly at: number;
  readonly state: ErasureState;
}

/** The list of erasures, and the tables beside the log that they empty. */
export interface ErasureStore {
  add(erasure: Erasure): Promise<void>;
  setState(job: string, state: ErasureState): Promise<void>;
  erasure(job: string): Promise<Erasure | undefined>;
  /** Oldest first. */
  erasures(): Promise<Erasure[]>;
  /** Name, answers, tokens, binned words and what ties an id to a person; the board's log is not touched. */
  eraseRows(erasure: Erasure): Promise<void>;
  /** Overwrites what the write-ahead log still holds of erased rows. @returns false when somebody is still reading it */
  emptyJournal(): Promise<boolean>;
}
