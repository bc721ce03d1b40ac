import {
  decodeMessage,
  encodePresence,
  hearPresence,
  type PresenceEntry,
} from "@hefboom/contract/messages";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Packet } from "../audience/packet.ts";
import { readPacket } from "../testing/read-packet.ts";
import type { PresenceReceiver } from "./present-client.ts";
import { RoomPresence } from "./room-presence.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

class Guest implements PresenceReceiver {
  readonly kind = "own";
  readonly packets: Packet[] = [];
  readonly person;

  constructor(index: number, name?: string) {
    const personId = String(index).padStart(20, "p");
    const person = { personId, hue: 10, isWatcher: false };
    this.person = name === undefined ? person : { ...person, name };
  }

  send(packet: Packet): void {
    this.packets.push(packet);
  }

  get entries(): PresenceEntry[] {
    return this.packets.flatMap(readPacket).flatMap((bytes) => {
      const message = decodeMessage(bytes);
      return message.type === "presence" ? message.entries : [];
    });
  }
}

function aRoom(presenceBytes = 512) {
  return new RoomPresence({
    limits: { presenceBytes },
    now: () => 1_000_000,
    elapsed: () => performance.now(),
    serverClientId: 999,
    isHidden: () => false,
  });
}

function say(room: RoomPresence, guest: Guest, clientId: number, state: Record<string, unknown>) {
  const heard = hearPresence(encodePresence([{ clientId, clock: 1, state }]), clientId);
  if (heard !== undefined) room.hear(guest, heard, () => true);
}

/** So many people whose cursors move ten times a second. */
async function crowd(people: number, { seconds, name }: { seconds: number; name?: string }) {
  const room = aRoom();
  const watcher = new Guest(people);
  room.join(watcher);
  const guests = Array.from({ length: people }, (_, index) => new Guest(index, name));
  for (const guest of guests) room.join(guest);
  await vi.advanceTimersByTimeAsync(1_000);
  watcher.packets.length = 0;
  for (let ms = 0; ms < 1_000 * seconds; ms += 100) {
    for (const [index, guest] of guests.entries()) {
      say(room, guest, 4_000_000_000 + index, { cursor: { x: ms, y: 1_000 + index } });
    }
    await vi.advanceTimersByTimeAsync(100);
  }
  const bytes = watcher.packets.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const cursors = watcher.entries.filter(({ state }) => state !== null && "cursor" in state);
  return { bytesPerSecond: bytes / seconds, cursors, watcher, room };
}

it.each([undefined, "Margaretha van der Velden"])(
  "shows some cursors of a crowd and stays within what a receiver can bear (name: %s)",
  async (name) => {
    const { bytesPerSecond, cursors } = await crowd(100, {
      seconds: 8,
      ...(name === undefined ? {} : { name }),
    });

    const shown = new Set(cursors.map(({ clientId }) => clientId)).size;
    expect(shown).toBeGreaterThan(10);
    expect(shown).toBeLessThanOrEqual(30);
    expect(bytesPerSecond).toBeLessThan(24_000);
  },
);

it("tells a cursor's whole state each time, under a clock that grows", async () => {
  const { cursors } = await crowd(3, { seconds: 2, name: 'Jan "de Korte" Ł' });

  const [first] = cursors;
  const clocks = cursors
    .filter(({ clientId }) => clientId === first?.clientId)
    .map(({ clock }) => clock);
  expect(first?.state).toMatchObject({ hue: 10, name: 'Jan "de Korte" Ł', cursor: { y: 1_000 } });
  expect(clocks).toEqual([...new Set(clocks)].sort((a, b) => a - b));
});

it("counts what one client may say in bytes of UTF-8", async () => {
  const room = aRoom(64);
  const guest = new Guest(1);
  room.join(guest);

  say(room, guest, 5, { cursor: { x: 1, y: 1 }, more: "€".repeat(20) }); // 60 bytes, 20 letters
  say(room, guest, 5, { cursor: { x: 2, y: 2 } });
  await vi.advanceTimersByTimeAsync(100);

  const told = guest.entries.filter(({ clientId }) => clientId === 5);
  expect(told.map(({ state }) => state?.["cursor"])).toEqual([{ x: 2, y: 2 }]);
});

it("makes what a newcomer is told once for all who come in together, and anew after a change", async () => {
  const room = aRoom();
  const [a, b, c] = [new Guest(1), new Guest(2), new Guest(3)];
  for (const guest of [a, b]) room.join(guest);
  await vi.advanceTimersByTimeAsync(100);
  room.tell(a);
  room.tell(b);
  const together = a.packets.at(-1) === b.packets.at(-1);

  say(room, a, 5, { card: "c".repeat(20) });
  await vi.advanceTimersByTimeAsync(100);
  room.join(c);

  expect(together).toBe(true);
  expect(c.entries).toContainEqual(expect.objectContaining({ clientId: 5 }));
});

it("counts people, not windows, and no wall", async () => {
  const room = aRoom();
  const [first, second] = [new Guest(1), new Guest(1)];
  const wall: PresenceReceiver = {
    kind: "own",
    person: { personId: "w".repeat(20), hue: 1, isWatcher: true },
    send: () => undefined,
  };
  for (const receiver of [first, second, new Guest(2), wall]) room.join(receiver);
  await vi.advanceTimersByTimeAsync(100);
  const before = first.entries.at(-1);
  room.leave(second);
  await vi.advanceTimersByTimeAsync(100);

  expect(before).toMatchObject({ clientId: 999, state: { count: 2 } });
  expect(first.entries.at(-1)).toMatchObject({ state: { count: 2 } });
});
