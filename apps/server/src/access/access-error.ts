export type AccessErrorCode =
  | "NO_CREDENTIAL"
  | "NOT_ALLOWED"
  | "FOREIGN_ORIGIN"
  | "UNKNOWN_KEY"
  | "UNKNOWN_JOIN_CODE"
  | "UNKNOWN_TRANSFER"
  | "TOO_MANY_WRONG_CODES"
  | "BOARD_NOT_FOUND"
  | "TOO_MANY_PARTICIPANTS"
  | "JOINING_CLOSED"
  | "STOPPED"
  | "INVALID_NAME";

/** Somebody may not come in here, or not yet. Knows no HTTP: the edge maps `code` to a status. */
export class AccessError extends Error {
  override readonly name = "AccessError";
  readonly code: AccessErrorCode;
  constructor(code: AccessErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What is said to who was stopped, wherever they ask. */
export function stoppedError(): AccessError {
  return new AccessError("STOPPED", "the facilitator does not let you take part at the moment");
}
