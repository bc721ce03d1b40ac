/** The board could not be stored just now; nothing of the change was kept. */
export class CannotSaveError extends Error {
  override readonly name = "CannotSaveError";
  readonly code = "CANNOT_SAVE";
  constructor() {
    super("the board cannot be saved now");
  }
}
