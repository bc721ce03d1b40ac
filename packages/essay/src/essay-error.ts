export type EssayErrorCode = "ESSAY_BINARY" | "ESSAY_EMPTY" | "ESSAY_TOO_LARGE";

/** A source cannot be read as an essay. Knows no HTTP: the edge maps `code` to a status. */
export class EssayError extends Error {
  override readonly name = "EssayError";
  readonly code: EssayErrorCode;

  constructor(code: EssayErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
