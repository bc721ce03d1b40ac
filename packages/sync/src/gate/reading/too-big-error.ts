/** An update holds more that is new than one may; turned into a verdict by `judgeUpdate`. */
export class TooBigError extends Error {
  override readonly name = "TooBigError";
  readonly code = "TOO_BIG";
}
