import * as decoding from "lib0/decoding";

import { MessageError } from "./decode.ts";
import { messageType } from "./message-type.ts";

/** What a client says of itself in message 1. */
export interface HeardPresence {
  readonly clientId: number;
  readonly clock: number;
  /** Its state as it was sent, not parsed yet, and its length in bytes of UTF-8. */
  readonly json: string;
  readonly sizeBytes: number;
}

/**
 * Finds one client's entry in a presence message and skips all others unread: a stock client echoes everybody it knows.
 * @param clientId whose entry; `undefined` for the only one there is
 * @throws {MessageError} when the bytes are cut short, run over, or are no message 1
 */
export function hearPresence(
  message: Uint8Array,
  clientId: number | undefined,
): HeardPresence | undefined {
  try {
    const outer = decoding.createDecoder(message);
    if (decoding.readVarUint(outer) !== messageType.awareness) throw new Error("no presence");
    const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer));
    const count = decoding.readVarUint(decoder);
    let heard: HeardPresence | undefined;
    for (let index = 0; index < count; index += 1) {
      const entry = readEntry(decoder, clientId ?? (count === 1 ? "only" : undefined));
      heard ??= entry;
    }
    if (decoding.hasContent(decoder) || decoding.hasContent(outer)) throw new Error("runs over");
    return heard;
  } catch (cause) {
    throw new MessageError("ill-formed presence", { cause });
  }
}

function readEntry(
  decoder: decoding.Decoder,
  wanted: number | "only" | undefined,
): HeardPresence | undefined {
  const clientId = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  // A long varUint may come out as `Infinity`, which nobody could ever write out again.
  if (!Number.isSafeInteger(clientId) || !Number.isSafeInteger(clock))
    throw new Error("no numbers");
  const bytes = decoding.readVarUint8Array(decoder); // a string has the same form; throws when it is cut short
  if (wanted !== "only" && wanted !== clientId) return undefined;
  const json = utf8.decode(bytes);
  return { clientId, clock, json, sizeBytes: bytes.byteLength };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
