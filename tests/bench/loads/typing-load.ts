import { newId } from "@hefboom/board";
import { decodeMessage, encodeTextEdit, messageType } from "@hefboom/contract/messages";
import * as Y from "yjs";

import type { Fleet } from "../sockets/fleet.ts";
import { maskedFrame } from "../sockets/frames.ts";
import { type Load, type Planned, WARM_MS } from "./load.ts";

const KEYS_PER_SECOND = 5;

/**
 * Everybody types in their own card: a text edit a key. A letter is known by who wrote it and which of theirs it is.
 * @param state the board with everybody's card, as update v2
 */
export function typingLoad(fleet: Fleet, state: Uint8Array, seconds: number): Load {
  const people = fleet.seats.length;
  const rounds = (WARM_MS / 1_000 + seconds) * KEYS_PER_SECOND;
  const typists = fleet.seats.map(({ writer }) => typistOf(state, writer.ownCardId));
  const personOf = new Map(typists.map(({ clientId }, person) => [clientId, person]));
  const plan: Planned[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [person, { press }] of typists.entries()) {
      const frame = maskedFrame(encodeTextEdit(newId(), press()));
      plan.push({ dueMs: (1_000 / KEYS_PER_SECOND) * (round + person / people), person, frame });
    }
  }
  return { plan, read: (message) => lettersIn(message, personOf) };
}

function typistOf(state: Uint8Array, cardId: string) {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, state);
  const text = doc.getMap("texts").get(cardId);
  if (!(text instanceof Y.Text)) throw new Error(`card ${cardId} has no text yet`);
  const press = (): Uint8Array => {
    let update: Uint8Array = new Uint8Array();
    doc.once("update", (made: Uint8Array) => {
      update = made;
    });
    text.insert(text.length, "a");
    return update;
  };
  return { clientId: doc.clientID, press };
}

function lettersIn(message: Buffer, personOf: ReadonlyMap<number, number>): number[] {
  if (message[0] !== messageType.sync) return [];
  const decoded = decodeMessage(message);
  if (decoded.type !== "sync-update") return [];
  const letters: number[] = [];
  for (const { id, length } of Y.decodeUpdate(decoded.update).structs) {
    const person = personOf.get(id.client);
    if (person === undefined) continue;
    for (let clock = id.clock; clock < id.clock + length; clock += 1) {
      letters.push(clock * personOf.size + person);
    }
  }
  return letters;
}
