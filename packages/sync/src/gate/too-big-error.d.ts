/** An update holds more that is new than one may; turned into a verdict by `judgeUpdate`. */
export declare class TooBigError extends Error {
  readonly name = "TooBigError";
  readonly code = "TOO_BIG";
}
