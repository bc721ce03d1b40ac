import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { expect, it, vi } from "vitest";
import type { WebSocket } from "ws";

import { type Limits, limitRules } from "../../limits.ts";
import { socketRates } from "./socket-rates.ts";
import { limitWire, wireRates } from "./wire-limit.ts";

function openWire() {
  const stream = new PassThrough();
  const close = vi.fn();
  const socket = Object.assign(new EventEmitter(), { close });
  // The keys are those of `limitRules`, one by one.
  const limits = Object.fromEntries(
    Object.entries(limitRules).map(([key, rule]) => [key, rule.default]),
  ) as Limits;
  // Stands for the part of a WebSocket that is used.
  limitWire(socket as unknown as WebSocket, stream, wireRates(socketRates(limits)));
  return { socket, stream, close };
}

it("lets a socket ping as often as it may send messages", () => {
  const { socket, close } = openWire();

  for (let count = 0; count < 400; count += 1) socket.emit("ping", Buffer.alloc(0));

  expect(close).not.toHaveBeenCalled();
});

it.each(["ping", "pong"])("closes a socket that floods with %ss", (event) => {
  const { socket, close } = openWire();

  for (let count = 0; count < 450; count += 1) socket.emit(event, Buffer.alloc(0));

  expect(close).toHaveBeenCalledWith(4529);
});

it("closes a socket that floods with bytes of no message", async () => {
  const { stream, close } = openWire();

  for (let count = 0; count < 20; count += 1) stream.write(Buffer.alloc(65_536));

  await vi.waitFor(() => expect(close).toHaveBeenCalledWith(4529));
});
