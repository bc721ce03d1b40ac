import type { Duplex } from "node:stream";
import { closeCode } from "@hefboom/contract/messages";
import { RateLimit } from "@hefboom/sync";
import type { WebSocket } from "ws";

import type { Limits } from "../../limits.ts";
import { socketRates } from "./socket-rates.ts";

/** Heads of frames, pings and the like may add as much again to what the messages hold. */
const OVERHEAD = 2;

/**
 * Ends a socket that floods with what is no message, so that its room never counts it: pings, each of which costs an
 * answer, and frames that never end.
 */
export function limitWire(socket: WebSocket, stream: Duplex, limits: Limits): void {
  const { messagesPerSecond, messagesBurst, bytesPerSecond, bytesBurst } = socketRates(limits);
  const now = () => performance.now();
  const controls = new RateLimit({ ...unlimited, messagesPerSecond, messagesBurst }, now);
  const bytes = new RateLimit(
    {
      ...unlimited,
      bytesPerSecond: OVERHEAD * bytesPerSecond,
      bytesBurst: OVERHEAD * bytesBurst,
    },
    now,
  );
  const end = () => socket.close(closeCode.tooFast);
  const countControl = () => {
    if (!controls.take(0)) end();
  };
  socket.on("ping", countControl);
  socket.on("pong", countControl);
  stream.on("data", (chunk: Buffer) => {
    if (!bytes.take(chunk.byteLength)) end();
  });
}

const unlimited = {
  messagesPerSecond: Number.MAX_VALUE,
  messagesBurst: Number.MAX_VALUE,
  bytesPerSecond: Number.MAX_VALUE,
  bytesBurst: Number.MAX_VALUE,
};
