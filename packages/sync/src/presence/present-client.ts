import type { OutletKind } from "../audience/outlet.ts";
import type { Packet } from "../audience/packet.ts";
import type { OwnPresence } from "./presence-state.ts";

/** Who a connection belongs to, as others may know them. */
export interface PresentPerson {
  readonly personId: string;
  readonly name?: string;
  readonly hue: number;
  /** The wall watches; it is nobody who is present. */
  readonly isWatcher: boolean;
}

/** One connection as presence sees it. */
export interface PresenceReceiver {
  readonly person: PresentPerson;
  readonly kind: OutletKind;
  /** A reader that is behind gets nothing, and everything again when it has read what it has. */
  send(packet: Packet): void;
}

/** An entry's clientID and clock, and the JSON of a cursor far out. */
const CURSOR_BYTES = 45;

/** A client that said something of itself. What never changes of it is written once. */
export class PresentClient {
  readonly clientId: number;
  own: OwnPresence = {};
  readonly #person: string;

  constructor(clientId: number, { personId, hue, name }: PresentPerson) {
    this.clientId = clientId;
    const person = { participantId: personId, hue, ...(name === undefined ? {} : { name }) };
    this.#person = JSON.stringify(person).slice(0, -1);
  }

  /** About what it costs to tell where its cursor is, in bytes. */
  get cursorBytes(): number {
    return this.#person.length + CURSOR_BYTES;
  }

  /** Its state as JSON; whole, since in y-protocols/awareness a state replaces the one before. */
  json(hasCursor: boolean): string {
    const { card, cursor } = this.own;
    const ofCard = card === undefined ? "" : `,"card":"${card}"`;
    const ofCursor =
      hasCursor && cursor !== undefined ? `,"cursor":{"x":${cursor.x},"y":${cursor.y}}` : "";
    return `${this.#person}${ofCard}${ofCursor}}`;
  }
}
