import {
  encodeWrittenPresence,
  type HeardPresence,
  type WrittenPresence,
} from "@hefboom/contract/messages";

import { packetOf } from "../audience/packet.ts";
import type { RoomLimits } from "../limits/room-limits.ts";
import { presenceTickMs } from "../time/crowd-tick.ts";
import { Tick } from "../time/tick.ts";
import { CursorSlots } from "./cursor-slots.ts";
import { HeadCount } from "./head-count.ts";
import { News } from "./news.ts";
import { PresenceClock } from "./presence-clock.ts";
import { parsePresence } from "./presence-state.ts";
import { type PresenceReceiver, PresentClient } from "./present-client.ts";

/** Most cursors that are shown, and what all of them together may cost a receiver, in bytes a second. */
const CURSORS_MAX = 30;
const CURSORS_BYTES_PER_SECOND = 23_000;
/** How often a hand moves a cursor in a second. */
const MOVES_PER_SECOND = 10;

export interface PresenceDeps {
  limits: Pick<RoomLimits, "presenceBytes">;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Milliseconds of a clock that only goes forward. */
  elapsed: () => number;
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
  readonly #present = new Map<number, PresentClient>();
  readonly #byReceiver = new Map<PresenceReceiver, PresentClient>();
  /** Whose coming, going or card is to be told, and whose cursor. */
  readonly #changed = new Set<number>();
  readonly #moved = new Set<number>();
  readonly #slots = new CursorSlots();
  readonly #heads = new HeadCount();
  readonly #clock: PresenceClock;
  readonly #tick: Tick;
  #toldCount = 0;
  /** What telling everybody's cursor once would cost, in bytes. */
  #cursorBytes = 0;
  /** Everybody, as it was told last; made once for all who come in before something changes. */
  #everyone: News | undefined;

  constructor(deps: PresenceDeps) {
    this.#deps = deps;
    this.#clock = new PresenceClock(deps.now);
    this.#tick = new Tick({
      run: () => this.#flush(),
      restMs: () => presenceTickMs(this.#receivers.size),
    });
  }

  join(receiver: PresenceReceiver): void {
    this.#receivers.add(receiver);
    this.#heads.add(receiver.person);
    this.tell(receiver);
    this.#tick.nudge();
  }

  leave(receiver: PresenceReceiver): void {
    if (this.#receivers.delete(receiver)) this.#heads.delete(receiver.person);
    const client = this.#byReceiver.get(receiver);
    if (client !== undefined) {
      this.#byReceiver.delete(receiver);
      this.#cursorBytes -= client.cursorBytes;
      this.#present.delete(client.clientId);
      this.#slots.release(client.clientId);
      this.#change(client.clientId);
    }
    this.#tick.nudge();
  }

  /** ClientID under which this connection speaks, once it said something. */
  clientIdOf(receiver: PresenceReceiver): number | undefined {
    return this.#byReceiver.get(receiver)?.clientId;
  }

  /** Takes what a client says of itself; what is too large is dropped without a word. @throws {MessageError} for ill-formed JSON */
  hear(
    receiver: PresenceReceiver,
    heard: HeardPresence,
    mayClaim: (clientId: number) => boolean,
  ): void {
    if (this.#deps.isHidden() || !this.#receivers.has(receiver)) return;
    if (heard.sizeBytes > this.#deps.limits.presenceBytes) return;
    const own = parsePresence(heard.json);
    const known = this.#byReceiver.get(receiver);
    if (known === undefined && own === null) return;
    const client = known ?? this.#enter(receiver, heard.clientId, mayClaim);
    if (client === undefined) return;
    this.#clock.see(heard.clock);
    const before = client.own;
    client.own = own ?? {};
    if (known === undefined || before.card !== client.own.card) this.#change(client.clientId);
    this.#moveCursor(client, before.cursor !== undefined);
  }

  /** Everybody's presence again, for a client that asks or has missed some. */
  tell(receiver: PresenceReceiver): void {
    this.#everyone ??= this.#news([...this.#present.keys()], true);
    receiver.send(this.#everyone.packetFor(receiver));
  }

  /** From now on everybody is told under new clocks: a stock client forgets who it has not heard of for 30 s. */
  renew(): void {
    this.#everyone = undefined;
  }

  #enter(
    receiver: PresenceReceiver,
    clientId: number,
    mayClaim: (clientId: number) => boolean,
  ): PresentClient | undefined {
    if (this.#present.has(clientId) || !mayClaim(clientId)) return undefined;
    const client = new PresentClient(clientId, receiver.person);
    this.#present.set(clientId, client);
    this.#byReceiver.set(receiver, client);
    this.#cursorBytes += client.cursorBytes;
    return client;
  }

  /** A cursor that is not among those shown costs nothing from here on. */
  #moveCursor({ clientId, own: { cursor } }: PresentClient, hadCursor: boolean): void {
    if (cursor === undefined) {
      if (hadCursor && this.#slots.has(clientId)) this.#move(clientId);
      this.#slots.release(clientId);
      return;
    }
    const at = { now: this.#deps.elapsed(), most: this.#mostCursors() };
    const { isShown, gone } = this.#slots.move(clientId, at);
    if (gone !== undefined) this.#move(gone);
    if (isShown) this.#move(clientId);
  }

  #mostCursors(): number {
    const oneBytes = this.#cursorBytes / this.#present.size;
    const affordable = CURSORS_BYTES_PER_SECOND / (MOVES_PER_SECOND * oneBytes);
    return Math.min(CURSORS_MAX, Math.floor(affordable));
  }

  #change(clientId: number): void {
    this.#changed.add(clientId);
    this.#tick.nudge();
  }

  #move(clientId: number): void {
    this.#moved.add(clientId);
    this.#tick.nudge();
  }

  #flush(): void {
    const changed = [...this.#changed];
    const all = new Set([...changed, ...this.#moved]);
    this.#changed.clear();
    this.#moved.clear();
    const hasNewCount = this.#heads.count !== this.#toldCount;
    this.#toldCount = this.#heads.count;
    if (all.size === 0 && !hasNewCount) return;
    this.#everyone = undefined;
    const news = this.#news([...all], hasNewCount);
    const isForPhones = changed.length > 0 || hasNewCount;
    for (const receiver of this.#receivers) {
      if (isForPhones || receiver.kind !== "coarse") receiver.send(news.packetFor(receiver));
    }
  }

  #news(clientIds: readonly number[], withCount: boolean): News {
    return new News((hasCursors) => {
      const entries = clientIds.map((clientId) => this.#entry(clientId, hasCursors));
      if (withCount) entries.push(this.#countEntry());
      return packetOf(encodeWrittenPresence(entries));
    });
  }

  #entry(clientId: number, hasCursors: boolean): WrittenPresence {
    const client = this.#present.get(clientId);
    const clock = this.#clock.next();
    if (client === undefined) return { clientId, clock, json: "null" };
    return { clientId, clock, json: client.json(hasCursors && this.#slots.has(clientId)) };
  }

  #countEntry(): WrittenPresence {
    const json = JSON.stringify({ count: this.#heads.count });
    return { clientId: this.#deps.serverClientId, clock: this.#clock.next(), json };
  }
}
