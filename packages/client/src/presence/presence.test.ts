import { aCreate, anActor } from "@hefboom/board/testing";
import type { PresenceEntry } from "@hefboom/contract/messages";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { aSession, FakeServer } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const here = (clientId: number, state: Record<string, unknown>): PresenceEntry => ({
  clientId,
  clock: 1,
  state,
});

it("shows each other person once and leaves itself out", async () => {
  const server = new FakeServer();
  const actor = anActor();
  await using session = aSession(server, { actor });
  await settle();

  server.tellPresence([
    here(1, { participantId: "p1", name: "Aïcha", hue: 40 }),
    here(2, { participantId: "p1", name: "Aïcha", hue: 40, card: "c1" }),
    here(3, { participantId: actor.personId, hue: 90 }),
    here(4, { count: 7 }),
    here(5, { cursor: { x: 1, y: 2 } }),
  ]);
  await settle();

  expect(session.view.peers).toEqual([{ participantId: "p1", name: "Aïcha", hue: 40, card: "c1" }]);
  expect(session.view.presentCount).toBe(7);
});

it("keeps the object of a person who did not move", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();
  server.tellPresence([here(1, { participantId: "p1", hue: 40 })]);
  await settle();
  const [before] = session.view.peers;

  server.tellPresence([here(2, { participantId: "p2", hue: 50, cursor: { x: 1, y: 2 } })]);
  await settle();

  expect(session.view.peers).toHaveLength(2);
  expect(session.view.peers[0]).toBe(before);
});

it("tells its card and its pointer, twenty times a second at most, and echoes nobody", async () => {
  const server = new FakeServer();
  const create = aCreate();
  const actor = anActor();
  server.board.do(actor, create);
  await using session = aSession(server, { actor });
  await settle();
  server.tellPresence([here(1, { participantId: "p1", hue: 40 })]);
  await settle();
  server.presence.length = 0;

  const editing = session.editText(create.cardId);
  for (let x = 0; x < 100; x += 1) {
    session.pointAt({ x, y: 0 });
    await vi.advanceTimersByTimeAsync(10);
  }
  await settle();
  const states = server.presence.map(({ state }) => state);
  editing.close();
  session.pointAt(undefined);
  await settle();

  expect(states.length).toBeLessThanOrEqual(22);
  expect(states.length).toBeGreaterThan(15);
  expect(states.at(-1)).toEqual({ card: create.cardId, cursor: { x: 99, y: 0 } });
  expect(server.presence.every(({ clientId }) => clientId !== 1)).toBe(true);
  expect(server.presence.at(-1)?.state).toEqual({});
});

it("says nothing as a viewer", async () => {
  const server = new FakeServer();
  await using session = aSession(server, { actor: anActor("viewer") });
  await settle();

  session.pointAt({ x: 1, y: 1 });
  await settle();

  expect(server.presence).toEqual([]);
});

it("forgets nobody by its own clock, and everybody with the connection", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();
  server.tellPresence([here(1, { participantId: "p1", hue: 40 }), here(4, { count: 2 })]);
  for (let beat = 0; beat < 5; beat += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    server.tellPresence([]);
  }
  const peers = session.view.peers.length;
  const count = session.view.presentCount;
  server.drop();
  await settle();

  expect(peers).toBe(1);
  expect(count).toBe(2);
  expect(session.view.peers).toEqual([]);
});

it("is present under another number after each reconnect", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();
  server.drop();
  await vi.advanceTimersByTimeAsync(3_000);

  const ids = new Set(server.presence.map(({ clientId }) => clientId));

  expect(session.view.connection.state).toBe("online");
  expect(server.presence.map(({ state }) => state)).toEqual([{}, {}]);
  expect(ids.size).toBe(2);
});
