/** The bytes are no update; turned into a verdict by `judgeUpdate`. */
export class MalformedError extends Error {
  override readonly name = "MalformedError";
  readonly code = "MALFORMED";
}
