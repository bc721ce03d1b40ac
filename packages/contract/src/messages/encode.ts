import * as encoding from "lib0/encoding";

import type { Aside } from "./aside.ts";
import { messageType, syncType } from "./message-type.ts";

const encode = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write);

/** Message 4: commands to the server, or answers from it, as JSON. */
export function encodeCommands(commandsOrAnswers: readonly unknown[]): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.commands);
    encoding.writeVarString(encoder, JSON.stringify(commandsOrAnswers));
  });
}

/** Message 5: a text edit (update v1) under an id that the answer will name. */
export function encodeTextEdit(id: string, update: Uint8Array): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.textEdit);
    encoding.writeVarString(encoder, id);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** Message 6: the replica now holds everything up to `seq` of `epoch`. */
export function encodeReached(epoch: number, seq: number): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.reached);
    encoding.writeVarUint(encoder, epoch);
    encoding.writeVarUint(encoder, seq);
  });
}

/** Message 7: what is for the receiver alone, as JSON. */
export function encodeAside(aside: Aside): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.aside);
    encoding.writeVarString(encoder, JSON.stringify(aside));
  });
}

/** Message 0 of one of the three sync types; step 1 carries a state vector, the others an update v1. */
export function encodeSync(type: keyof typeof syncType, bytes: Uint8Array): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, syncType[type]);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

/** One client's presence; `state` null says that it left. */
export interface PresenceEntry {
  clientId: number;
  clock: number;
  state: Record<string, unknown> | null;
}

/** Message 1 in the form of y-protocols/awareness. */
export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  return encodeWrittenPresence(
    entries.map(({ clientId, clock, state }) => ({ clientId, clock, json: JSON.stringify(state) })),
  );
}

/** A presence entry whose state is JSON already, for who says much the same of one client again and again. */
export interface WrittenPresence {
  clientId: number;
  clock: number;
  json: string;
}

/** Message 1 out of states that are JSON already. */
export function encodeWrittenPresence(entries: readonly WrittenPresence[]): Uint8Array {
  const update = encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, json } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });
}
