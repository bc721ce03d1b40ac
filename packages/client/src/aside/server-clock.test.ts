import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { aSession, FakeServer } from "../testing/index.ts";
import { ServerClock } from "./server-clock.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);

it("tells the server's time on a device whose clock is wrong", async () => {
  const server = new FakeServer();
  server.now = () => Date.now() + 90_000;
  await using session = aSession(server);
  const before = session.serverNow();

  await settle();

  expect(before).toBe(Date.now() - 100);
  expect(session.serverNow()).toBe(Date.now() + 90_000);
});

it("is made no worse by a message that comes late", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();

  server.tellAside({ now: Date.now() - 4_000 });
  await settle();

  expect(session.serverNow()).toBe(Date.now());
});

it("is as far off as the quickest of the last messages was late", () => {
  const delays = fc.array(fc.nat(5_000), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(delays, fc.integer({ min: -1e9, max: 1e9 }), (delaysMs, offsetMs) => {
      let deviceMs = 1_750_000_000_000;
      const clock = new ServerClock(() => deviceMs);
      for (const delayMs of delaysMs) {
        const sentAt = deviceMs + offsetMs;
        deviceMs += delayMs;
        clock.heard(sentAt);
      }

      expect(clock.now()).toBe(deviceMs + offsetMs - Math.min(...delaysMs));
    }),
  );
});

it("follows a device whose clock is set, within eight messages", () => {
  let deviceMs = 1_000_000;
  let serverMs = 5_000_000;
  const clock = new ServerClock(() => deviceMs);
  clock.heard(serverMs);
  deviceMs += 60_000; // set forward

  for (let message = 0; message < 8; message += 1) {
    deviceMs += 1_000;
    serverMs += 1_000;
    clock.heard(serverMs);
  }

  expect(clock.now()).toBe(serverMs);
});

it("is right with the first message after a laptop with the server on it slept", async () => {
  const server = new FakeServer();
  let sleptMs = 0;
  server.now = () => Date.now() - sleptMs;
  await using session = aSession(server);
  await settle();

  sleptMs = 600_000;
  server.drop();
  session.wake();
  await vi.advanceTimersByTimeAsync(5_000);

  expect(session.view.connection.state).toBe("online");
  expect(session.serverNow()).toBe(Date.now() - sleptMs);
});

it("keeps what it knew when the first message of a new connection is late", () => {
  let deviceMs = 1_000_000;
  const clock = new ServerClock(() => deviceMs);
  clock.heard(deviceMs + 500);

  clock.lost();
  deviceMs += 30_000;
  clock.heard(deviceMs + 500 - 1_900);

  expect(clock.now()).toBe(deviceMs + 500);
});
