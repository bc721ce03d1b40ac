import * as decoding from "lib0/decoding";

import type { PresenceEntry } from "./encode.ts";
import { messageType, syncType } from "./message-type.ts";

/** A message taken apart; what its JSON means is not checked yet. */
export type Message =
  | { type: "sync-step-1"; stateVector: Uint8Array }
  | { type: "sync-update"; update: Uint8Array; isStep2: boolean }
  | { type: "presence"; entries: PresenceEntry[] }
  | { type: "auth" }
  | { type: "query-presence" }
  | { type: "commands"; json: unknown }
  | { type: "text-edit"; id: string; update: Uint8Array }
  | { type: "reached"; epoch: number; seq: number }
  | { type: "aside"; json: unknown };

/** The bytes are no message of this protocol. */
export class MessageError extends Error {
  override readonly name = "MessageError";
  readonly code = "MALFORMED";
}

/** Most presence entries in one message; a stock client echoes everybody it knows. */
const PRESENCE_ENTRIES_MAX = 10_000;

/** A longer state is no presence by far, and may be nested deeper than anything that reads it again can follow. */
const PRESENCE_STATE_MAX_LENGTH = 8_192;

/** @throws {MessageError} when the bytes are cut short, run over, or are of no known type */
export function decodeMessage(bytes: Uint8Array): Message {
  let message: Message;
  const decoder = decoding.createDecoder(bytes);
  try {
    message = read(decoder);
  } catch (cause) {
    if (cause instanceof MessageError) throw cause;
    throw new MessageError("ill-formed message", { cause });
  }
  if (decoding.hasContent(decoder)) throw new MessageError("bytes after the message");
  return message;
}

function read(decoder: decoding.Decoder): Message {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case messageType.sync:
      return readSync(decoder);
    case messageType.awareness:
      return { type: "presence", entries: readPresence(decoding.readVarUint8Array(decoder)) };
    case messageType.auth:
      decoding.readVarUint(decoder);
      decoding.readVarString(decoder);
      return { type: "auth" };
    case messageType.queryAwareness:
      return { type: "query-presence" };
    case messageType.commands:
      return { type: "commands", json: JSON.parse(decoding.readVarString(decoder)) };
    case messageType.textEdit: {
      const id = decoding.readVarString(decoder);
      return { type: "text-edit", id, update: decoding.readVarUint8Array(decoder) };
    }
    case messageType.reached: {
      const epoch = decoding.readVarUint(decoder);
      return { type: "reached", epoch, seq: decoding.readVarUint(decoder) };
    }
    case messageType.aside:
      return { type: "aside", json: JSON.parse(decoding.readVarString(decoder)) };
    default:
      throw new MessageError(`unknown message type ${type}`);
  }
}

function readSync(decoder: decoding.Decoder): Message {
  const type = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (type === syncType.step1) return { type: "sync-step-1", stateVector: bytes };
  if (type === syncType.step2 || type === syncType.update) {
    return { type: "sync-update", update: bytes, isStep2: type === syncType.step2 };
  }
  throw new MessageError(`unknown sync type ${type}`);
}

function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  if (count > PRESENCE_ENTRIES_MAX) throw new MessageError("too many presence entries");
  const entries: PresenceEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const json = decoding.readVarString(decoder);
    if (json.length > PRESENCE_STATE_MAX_LENGTH) continue; // dropped, as all presence that is too large
    const state: unknown = JSON.parse(json);
    if (state !== null && (typeof state !== "object" || Array.isArray(state))) {
      throw new MessageError("presence that is no object");
    }
    // Just seen to be an object or null; its fields are checked by whoever uses them.
    entries.push({ clientId, clock, state: state as Record<string, unknown> | null });
  }
  return entries;
}
