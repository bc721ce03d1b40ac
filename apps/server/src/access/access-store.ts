import type { AuthorsMode, Consent, Role } from "@hefboom/board";
import type { KeyRole } from "@hefboom/contract";

export interface BoardRecord {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly locale: string;
  readonly authors: AuthorsMode;
  /** Milliseconds since 1970, server time. */
  readonly createdAt: number;
}
export interface BoardCounts {
  readonly cards: number;
  readonly participants: number;
}
export interface KeyRecord {
  readonly role: KeyRole;
  readonly hash: Uint8Array;
}
export interface TokenRecord {
  readonly hash: Uint8Array;
  /** `undefined`: an organiser's, for every board. */
  readonly boardId: string | undefined;
  readonly role: Role;
  readonly personId: string;
  /** Milliseconds since 1970, server time. */
  readonly createdAt: number;
  readonly expiresAt: number;
}
export interface NewParticipant {
  readonly boardId: string;
  readonly id: string;
  /** As given at joining; shown and exported only with consent "named". */
  readonly name: string | undefined;
  readonly consent: Consent;
  /** OKLCH hue in degrees. */
  readonly hue: number;
  readonly createdAt: number;
}
export interface ParticipantRecord extends NewParticipant {
  /** Somebody who leads sent them away, for now. */
  readonly isStopped: boolean;
}
export interface EssayRecord {
  readonly boardId: string;
  readonly source: Uint8Array;
  readonly format: "plain" | "markdown";
  /** What `GET essay` answers, as JSON. */
  readonly view: string;
}

/** Boards, keys, tokens, participants and essays, beside the boards' logs. `undefined` means "not there". */
export interface AccessStore {
  /** @throws {JoinCodeTakenError} */
  addBoard(board: BoardRecord, keys: readonly KeyRecord[]): Promise<void>;
  board(boardId: string): Promise<BoardRecord | undefined>;
  boardByCode(code: string): Promise<BoardRecord | undefined>;
  /** Gives the board another join code. @throws {JoinCodeTakenError} */
  renewCode(boardId: string, code: string): Promise<void>;
  /** Newest first. */
  boards(): Promise<BoardRecord[]>;
  counts(boardId: string): Promise<BoardCounts>;
  /** Everything of this board, so that no byte of it stays in the file. */
  eraseBoard(boardId: string): Promise<void>;
  /** Boards whose making was cut off before their first entry was written. */
  eraseUnfinishedBoards(): Promise<void>;

  /** Roles that have a key of this board. */
  keyRoles(boardId: string): Promise<KeyRole[]>;
  keyHolder(hash: Uint8Array): Promise<{ boardId: string; key: KeyRecord } | undefined>;
  /** Puts a new key in the place of this role's old one and revokes what was given out for that. @returns whose tokens died */
  renewKey(boardId: string, key: KeyRecord, now: number): Promise<string[]>;

  addToken(token: TokenRecord): Promise<void>;
  /** Another token of somebody who has one on that board. @returns false when they have none: they were erased or dismissed */
  addSecondToken(token: TokenRecord): Promise<boolean>;
  /** Not one that was revoked or has expired. */
  token(hash: Uint8Array, now: number): Promise<TokenRecord | undefined>;

  /** A new participant with the token to come back with. */
  addParticipant(participant: NewParticipant, token: TokenRecord): Promise<void>;
  participant(boardId: string, id: string): Promise<ParticipantRecord | undefined>;
  /** In the order in which they joined. */
  participants(boardId: string): Promise<ParticipantRecord[]>;
  /** How many cards of each participant there are, by their id; who has none is left out. */
  cardCounts(boardId: string): Promise<Map<string, number>>;

  putEssay(essay: EssayRecord): Promise<void>;
  essay(boardId: string): Promise<EssayRecord | undefined>;

  putSetting(key: string, value: string): Promise<void>;
  setting(key: string): Promise<string | undefined>;
}

/** Another board has this join code; make one with another. */
export class JoinCodeTakenError extends Error {
  override readonly name = "JoinCodeTakenError";
  readonly code = "JOIN_CODE_TAKEN";
}
