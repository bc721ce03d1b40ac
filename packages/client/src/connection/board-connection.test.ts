import { aCreate, anActor } from "@hefboom/board/testing";
import { closeCode, encodeReached } from "@hefboom/contract/messages";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { aSession, FakeServer } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);

it("asks after a reconnect only for what came since", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();
  server.board.do(anActor(), aCreate());
  await settle();

  server.drop(closeCode.restart);
  await settle();
  const meanwhile = session.view.connection.state;
  await vi.advanceTimersByTimeAsync(5_000);

  expect(server.connections).toEqual([undefined, `1.${server.seq}`]);
  expect(meanwhile).toBe("offline");
  expect(session.view.connection.state).toBe("online");
});

it("claims nothing that was announced but never arrived", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();
  const held = server.seq;
  server.drop();
  await settle();
  server.board.do(anActor(), aCreate());
  // The connection breaks between the first message and the content.
  const connecting = vi.spyOn(server, "connecting").mockImplementationOnce((socket) => {
    socket.open();
    socket.closeFrom(1006);
  });
  await vi.advanceTimersByTimeAsync(2_000);

  await vi.advanceTimersByTimeAsync(4_000);

  expect(connecting).toHaveBeenCalledTimes(2);
  expect(server.connections.at(-1)).toBe(`1.${held}`);
  expect(session.view.cards.size).toBe(1);
});

it("drops a replica of another epoch, keeps what is unsent and shows the new board", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();
  server.isDown = true;
  server.drop();
  await settle();
  const cardId = session.create({ kind: "note", text: "Onverstuurd", lever: "h01" });
  server.epoch = 2;
  server.isDown = false;

  session.wake();
  await settle();

  expect(server.connections).toEqual([undefined, "1.1", undefined]);
  expect(session.view.cards.get(cardId)?.saving).toBe("saved");
  expect(session.view.levers).toHaveLength(11);
  expect(session.view.isLoaded).toBe(true);
});

it.each([closeCode.oldClient, closeCode.noAccess])("stays closed after %i", async (code) => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();

  server.drop(code);
  await vi.advanceTimersByTimeAsync(120_000);

  expect(session.view.connection).toEqual({ state: "closed", code });
  expect(server.connections).toHaveLength(1);
});

it("tries at most three times a minute after the first tries, and at once when woken", async () => {
  const server = new FakeServer();
  server.isDown = true;
  const tries = vi.spyOn(server, "connecting");
  await using session = aSession(server, { random: () => 0 });
  await vi.advanceTimersByTimeAsync(30_000);
  tries.mockClear();

  await vi.advanceTimersByTimeAsync(600_000);
  const inTenMinutes = tries.mock.calls.length;
  server.isDown = false;
  session.wake();
  await settle();

  expect(inTenMinutes).toBeLessThanOrEqual(30);
  expect(inTenMinutes).toBeGreaterThan(15);
  expect(session.view.connection.state).toBe("online");
});

it("gives up a try that hangs and begins another", async () => {
  const server = new FakeServer();
  vi.spyOn(server, "connecting").mockImplementationOnce(() => {});
  await using session = aSession(server);

  await vi.advanceTimersByTimeAsync(20_000);

  expect(session.view.connection.state).toBe("online");
});

it("notices within ten seconds that nothing gets through, and connects anew", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await vi.advanceTimersByTimeAsync(60_000);
  const beforehand = server.connections.length;
  server.isFrozen = true; // the Wi-Fi is gone, and no close event tells it

  await vi.advanceTimersByTimeAsync(9_000);
  const noticed = session.view.connection.state;
  server.isFrozen = false;
  await vi.advanceTimersByTimeAsync(20_000);

  expect(beforehand).toBe(1);
  expect(noticed).toBe("offline");
  expect(session.view.connection.state).toBe("online");
});

it("lets a hidden page wait, and asks at once when it is seen again", async () => {
  const server = new FakeServer();
  let isVisible = false;
  await using session = aSession(server, { isVisible: () => isVisible });
  await settle();
  server.isFrozen = true;
  await vi.advanceTimersByTimeAsync(15_000);
  const hidden = session.view.connection.state;

  isVisible = true;
  session.wake();
  await vi.advanceTimersByTimeAsync(5_000);

  expect(hidden).toBe("online");
  expect(session.view.connection.state).toBe("offline");
});

it("connects at most three times a minute with a server that lets in and closes", async () => {
  const server = new FakeServer();
  await using session = aSession(server, { random: () => 0 });
  await settle();
  const times: number[] = [];
  for (let second = 0; second < 300; second += 1) {
    const before = server.connections.length;
    server.drop(closeCode.cannotSave);
    await vi.advanceTimersByTimeAsync(1_000);
    if (server.connections.length > before) times.push(second);
  }

  const inAMinute = times.map((from) => times.filter((at) => at >= from && at < from + 60).length);
  expect(Math.max(...inAMinute)).toBeLessThanOrEqual(3);
  expect(times.length).toBeGreaterThan(10);
  expect(session.view.connection.state).not.toBe("closed");
});

it("stays connected while the server says no more than how far it is", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();

  for (let beat = 0; beat < 4; beat += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    for (const socket of server.sockets) socket.deliver(encodeReached(server.epoch, server.seq));
  }

  expect(server.connections).toHaveLength(1);
  expect(session.view.connection.state).toBe("online");
});
