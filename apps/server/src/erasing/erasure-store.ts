export type ErasureState = "running" | "done" | "failed";

/** `rehearsal`: all cards and people of a board, which itself stays. */
export type ErasureKind = "person" | "card" | "board" | "rehearsal";

/** What somebody asked to have erased. It holds ids alone, so it may be kept: a restored copy is erased again by it. */
export interface Erasure {
  /** Unguessable, so that knowing it is enough to ask how far it is. */
  readonly job: string;
  readonly boardId: string;
  readonly kind: ErasureKind;
  /** Id of the person, the card or (also for a rehearsal) the board. */
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
  /** Whether anything was done with cards of this board after that moment, in ms since 1970. */
  hasChangedSince(boardId: string, at: number): Promise<boolean>;
  /** Takes everybody who joined a board their tokens and cookies. @returns who they are */
  dismiss(boardId: string): Promise<string[]>;
  /** Takes from somebody who joined what they come in with. */
  dismissPerson(boardId: string, personId: string): Promise<void>;
  /**
   * Name, answers, tokens, binned words and what ties an id to a person; the board's log is not touched. Of a rehearsal:
   * who was dismissed, cards that were taken off the board, and all that was voted and done; who joined since stays.
   */
  eraseRows(erasure: Erasure): Promise<void>;
  /** Overwrites what the write-ahead log still holds of erased rows. @returns false when somebody is still reading it */
  emptyJournal(): Promise<boolean>;
}
