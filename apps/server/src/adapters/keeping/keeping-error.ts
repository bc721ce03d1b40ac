type KeepingErrorCode = "BACKUP_REFUSED" | "COPY_UNSOUND" | "RESTORE_REFUSED";

/** A copy could not be made or put back; nothing was changed. The message is for the person who asked. */
export class KeepingError extends Error {
  override readonly name = "KeepingError";
  readonly code: KeepingErrorCode;
  constructor(code: KeepingErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
