import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import type { UpdateLimits } from "./gate-context.ts";
import { TooBigError } from "./too-big-error.ts";

export type Struct = Y.Item | Y.GC | Y.Skip;
export interface Range {
  readonly clock: number;
  readonly len: number;
}
export type DeleteRanges = ReadonlyMap<number, readonly Range[]>;

/** What is new in an update: structs that the document does not have, and all deletions that came with them. */
export interface NewPart {
  /** Update v1; Yjs reads from it exactly `structs` and `deletions`. */
  readonly update: Uint8Array;
  readonly structs: readonly Struct[];
  readonly deletions: DeleteRanges;
}

/**
 * Decodes `update` once when all of it is new, as typing is; only a resend has known structs to cut off.
 * @throws {TooBigError} when what is new has more bytes or structs than one update may
 * @throws {Error} of any kind when the bytes are no update that Yjs would read as it is meant
 */
export function readUpdate(doc: Y.Doc, update: Uint8Array, limits: UpdateLimits): NewPart {
  const { structs, ds } = Y.decodeUpdate(update);
  const states = statesOf(doc, structs);
  if (countNew(structs, states) > limits.updateStructs) throw new TooBigError();
  const part = isAllNew(structs, states)
    ? { update, structs, deletions: ds.clients }
    : withoutKnown(update, states);
  const clients = part.structs === structs ? states.size : statesOf(doc, part.structs).size;
  if (!isOneBlockAClient(part.update, clients)) throw new Error("structs are torn apart");
  if (part.structs.length > 0 && part.update.byteLength > limits.updateBytes) {
    throw new TooBigError();
  }
  return part;
}

type States = ReadonlyMap<number, number>;

/** First unknown clock of each client that wrote in the update; never of all clients that the document knows. */
function statesOf(doc: Y.Doc, structs: readonly Struct[]): States {
  const states = new Map<number, number>();
  for (const { id } of structs) {
    if (!states.has(id.client)) states.set(id.client, Y.getState(doc.store, id.client));
  }
  return states;
}

function countNew(structs: readonly Struct[], states: States): number {
  let count = 0;
  for (const { id, length } of structs) {
    if (id.clock + length > (states.get(id.client) ?? 0)) count += 1;
  }
  return count;
}

function isAllNew(structs: readonly Struct[], states: States): boolean {
  return structs.every(({ id }) => id.clock >= (states.get(id.client) ?? 0));
}

function withoutKnown(update: Uint8Array, states: States): NewPart {
  const fresh = Y.diffUpdate(update, encodeStates(states));
  const { structs, ds } = Y.decodeUpdate(fresh);
  return { update: fresh, structs, deletions: ds.clients };
}

/** Yjs keeps only the last of a client's blocks, so a second or an empty one would make it read something else. */
function isOneBlockAClient(update: Uint8Array, clients: number): boolean {
  return decoding.readVarUint(decoding.createDecoder(update)) === clients;
}

/** A state vector as Yjs writes it. */
function encodeStates(states: States): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.size);
    for (const [client, clock] of states) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
  });
}
