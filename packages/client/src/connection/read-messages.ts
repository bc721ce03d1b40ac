import { toRefusal } from "@hefboom/board";
import type { Answer, Aside } from "@hefboom/contract/messages";
import * as decoding from "lib0/decoding";
import { messageYjsSyncStep1 } from "y-protocols/sync";

/** Answers of a message 4; what is no answer is left out, so that a newer server does not break us. */
export function readAnswers(decoder: decoding.Decoder): Answer[] {
  const json: unknown = JSON.parse(decoding.readVarString(decoder));
  return Array.isArray(json) ? json.flatMap(toAnswer) : [];
}

function toAnswer(value: unknown): Answer[] {
  if (typeof value !== "object" || value === null || !("id" in value)) return [];
  const { id } = value;
  if (typeof id !== "string") return [];
  if ("refused" in value && typeof value.refused === "string") {
    return [{ id, refused: toRefusal(value.refused) }]; // a newer server may know more codes
  }
  return "saved" in value && value.saved === true ? [{ id, saved: true }] : [];
}

/** What a message 7 tells; `undefined` when it is nothing that this program knows. */
export function readAside(decoder: decoding.Decoder): Aside | undefined {
  const json: unknown = JSON.parse(decoding.readVarString(decoder));
  if (typeof json !== "object" || json === null) return undefined;
  if (!("now" in json) || typeof json.now !== "number") return undefined;
  return json as Aside; // the server alone writes it, as an Aside
}

export interface Reached {
  readonly epoch: number;
  readonly seq: number;
}

export function readReached(decoder: decoding.Decoder): Reached {
  const epoch = decoding.readVarUint(decoder);
  return { epoch, seq: decoding.readVarUint(decoder) };
}

/** The update that a message 0 carries, read ahead: the decoder stays where it is. `undefined`: it carries none. */
export function readUpdate(decoder: decoding.Decoder): Uint8Array | undefined {
  const ahead = decoding.clone(decoder);
  if (decoding.readVarUint(ahead) === messageYjsSyncStep1) return undefined;
  return decoding.readVarUint8Array(ahead);
}
