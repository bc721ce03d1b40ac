import { encodePresence, type PresenceEntry } from "@hefboom/contract/messages";

import type { RoomLimits } from "../limits/room-limits.ts";
import { type OwnPresence, readOwnPresence } from "./presence-state.ts";

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
  send(frame: Uint8Array): void;
}

interface Presence {
  readonly receiver: PresenceReceiver;
  readonly clientId: number;
  own: OwnPresence;
}

/** Changes gather this long, so that a room's presence costs one frame and not one a client. */
const FLUSH_MS = 50;
/** Most cursors that are shown; who comes later is present without one. */
const CURSORS_MAX = 30;

export interface PresenceDeps {
  limits: Pick<RoomLimits, "presenceBytes">;
  now: () => number;
  /** Awareness clientID under which the server tells the count. */
  serverClientId: number;
  isHidden: () => boolean;
}

/**
 * Who is here and which card they edit. A connection speaks under one clientID of its own; names come from the
 * server's list, never from a client. With authors hidden only a count is told.
 */
export class RoomPresence {
  readonly #deps: PresenceDeps;
  readonly #receivers = new Set<PresenceReceiver>();
  readonly #present = new Map<number, Presence>();
  readonly #byReceiver = new Map<PresenceReceiver, Presence>();
  readonly #changed = new Set<number>();
  #lastClock = 0;
  #toldCount = 0;
  #timer: unknown;

  constructor(deps: PresenceDeps) {
    this.#deps = deps;
  }

  join(receiver: PresenceReceiver): void {
    this.#receivers.add(receiver);
    this.tell(receiver);
    this.#schedule();
  }

  leave(receiver: PresenceReceiver): void {
    this.#receivers.delete(receiver);
    const presence = this.#byReceiver.get(receiver);
    if (presence !== undefined) {
      this.#byReceiver.delete(receiver);
      this.#present.delete(presence.clientId);
      this.#changed.add(presence.clientId);
    }
    this.#schedule();
  }

  /** Takes what a client says of itself; entries of others, and what is too large, are dropped without a word. */
  hear(
    receiver: PresenceReceiver,
    entries: readonly PresenceEntry[],
    mayClaim: (clientId: number) => boolean,
  ): void {
    if (this.#deps.isHidden() || !this.#receivers.has(receiver)) return;
    const known = this.#byReceiver.get(receiver);
    const entry =
      known === undefined
        ? entries.length === 1
          ? entries[0]
          : undefined
        : entries.find(({ clientId }) => clientId === known.clientId);
    if (entry === undefined || JSON.stringify(entry.state).length > this.#deps.limits.presenceBytes)
      return;
    if (known === undefined && (entry.state === null || !mayClaim(entry.clientId))) return;
    if (known === undefined && this.#present.has(entry.clientId)) return;
    const own = entry.state === null ? {} : readOwnPresence(entry.state);
    const presence = known ?? { receiver, clientId: entry.clientId, own };
    presence.own = own;
    this.#present.set(presence.clientId, presence);
    this.#byReceiver.set(receiver, presence);
    this.#changed.add(presence.clientId);
    this.#schedule();
  }

  /** Everybody's presence again, for a client that asks. */
  tell(receiver: PresenceReceiver): void {
    receiver.send(this.frame());
  }

  /** Everybody's presence as one frame, for as many as shall have it. */
  frame(): Uint8Array {
    return encodePresence(this.#everyone());
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.#flush(), FLUSH_MS);
  }

  #flush(): void {
    this.#timer = undefined;
    const entries = [...this.#changed].map((clientId) => this.#entry(clientId));
    this.#changed.clear();
    const count = this.#count();
    if (count !== this.#toldCount) entries.push(this.#countEntry(count));
    this.#toldCount = count;
    if (entries.length === 0) return;
    const frame = encodePresence(entries);
    for (const receiver of this.#receivers) receiver.send(frame);
  }

  #everyone(): PresenceEntry[] {
    const entries = [...this.#present.keys()].map((clientId) => this.#entry(clientId));
    return [...entries, this.#countEntry(this.#count())];
  }

  #entry(clientId: number): PresenceEntry {
    const presence = this.#present.get(clientId);
    if (presence === undefined) return { clientId, clock: this.#clock(), state: null };
    const { person } = presence.receiver;
    const { card, cursor } = presence.own;
    const state: Record<string, unknown> = { participantId: person.personId, hue: person.hue };
    if (person.name !== undefined) state["name"] = person.name;
    if (card !== undefined) state["card"] = card;
    if (cursor !== undefined && this.#mayShowCursor(presence)) state["cursor"] = cursor;
    return { clientId, clock: this.#clock(), state };
  }

  #mayShowCursor(presence: Presence): boolean {
    let before = 0;
    for (const other of this.#present.values()) {
      if (other === presence) return true;
      if (other.own.cursor !== undefined) before += 1;
      if (before >= CURSORS_MAX) return false;
    }
    return false;
  }

  #countEntry(count: number): PresenceEntry {
    return { clientId: this.#deps.serverClientId, clock: this.#clock(), state: { count } };
  }

  #count(): number {
    const people = new Set<string>();
    for (const { person } of this.#receivers) if (!person.isWatcher) people.add(person.personId);
    return people.size;
  }

  /**
   * Clocks of the server's own that only grow, also past a restart: clients ignore a clock they have seen, and a
   * client that reconnects starts with the one it left with.
   */
  #clock(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, Math.floor(this.#deps.now() / 100));
    return this.#lastClock;
  }
}
