import * as decoding from "lib0/decoding";
import * as Y from "yjs";

/**
 * Reads a varUint. lib0 lets a long one become more than a number can hold exactly, `Infinity`, or `NaN`, which no
 * comparison ever stops; who wrote `Infinity` out again would never come to an end.
 * @throws {RangeError} for anything but a safe integer, and {Error} when the bytes end before it does
 */
export function readNumber(decoder: decoding.Decoder): number {
  const number = decoding.readVarUint(decoder);
  if (!Number.isSafeInteger(number)) throw new RangeError("a number that is none");
  return number;
}

/** Reads what stands for one letter: its client and clock. @throws as `readNumber` */
export function readId(decoder: decoding.Decoder): Y.ID {
  const client = readNumber(decoder);
  return Y.createID(client, readNumber(decoder));
}
