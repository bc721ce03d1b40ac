import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Heartbeat } from "./heartbeat.ts";

class FakeSocket extends EventEmitter {
  readonly ping = vi.fn();
  readonly terminate = vi.fn();
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(limits = { firstMessageSeconds: 10, silenceSeconds: 60 }): FakeSocket {
  const socket = new FakeSocket();
  const deps = {
    sockets: { clients: new Set([socket]) },
    hub: { heartbeat: () => Promise.resolve() },
    limits,
  };
  // Stands for the parts of ws and of the hub that a heartbeat uses.
  const heartbeat = new Heartbeat(deps as unknown as ConstructorParameters<typeof Heartbeat>[0]);
  heartbeat.watch(socket as unknown as Parameters<Heartbeat["watch"]>[0]);
  return socket;
}

it("ends a peer that says nothing at first", () => {
  const socket = watch();

  vi.advanceTimersByTime(10_000);

  expect(socket.terminate).toHaveBeenCalled();
});

it("ends a peer that falls silent before it has been silent for a minute", () => {
  const socket = watch();
  vi.advanceTimersByTime(5_000);
  socket.emit("message");

  vi.advanceTimersByTime(40_000);
  const before = socket.terminate.mock.calls.length;
  vi.advanceTimersByTime(20_000);

  expect([before, socket.terminate.mock.calls.length > 0]).toEqual([0, true]);
});

it("keeps a peer that answers pings and says nothing else", () => {
  const socket = watch();
  socket.emit("message");
  socket.ping.mockImplementation(() => socket.emit("pong"));

  vi.advanceTimersByTime(600_000);

  expect(socket.terminate).not.toHaveBeenCalled();
});

it("asks more often where less silence is allowed", () => {
  const socket = watch({ firstMessageSeconds: 10, silenceSeconds: 4 });
  socket.emit("message");

  vi.advanceTimersByTime(2_500);

  expect(socket.ping).toHaveBeenCalledTimes(2);
});
