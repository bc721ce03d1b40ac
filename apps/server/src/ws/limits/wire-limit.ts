import type { Duplex } from "node:stream";
import { closeCode } from "@hefboom/contract/messages";
import { RateLimit, type RateLimits } from "@hefboom/sync";
import type { WebSocket } from "ws";

/** Heads of frames, pings and the like may add as much again to what the messages hold. */
const OVERHEAD = 2;

/** What the wire of a socket may carry whose messages may come at `rates`: as many pings and pongs, and the overhead. */
export function wireRates(rates: RateLimits): RateLimits {
  const { messagesPerSecond, messagesBurst, bytesPerSecond, bytesBurst } = rates;
  return {
    messagesPerSecond,
    messagesBurst,
    bytesPerSecond: OVERHEAD * bytesPerSecond,
    bytesBurst: OVERHEAD * bytesBurst,
  };
}

/**
 * Ends a socket that floods with what is no message, so that its room never counts it: pings, each of which costs an
 * answer, and frames that never end.
 * @param rates from `wireRates`; one object for all sockets
 */
export function limitWire(socket: WebSocket, stream: Duplex, rates: RateLimits): void {
  const limit = new RateLimit(rates, uptime);
  const count = (messages: 0 | 1, bytes: number) => {
    if (!limit.take(bytes, messages)) socket.close(closeCode.tooFast);
  };
  const countControl = () => count(1, 0);
  socket.on("ping", countControl);
  socket.on("pong", countControl);
  stream.on("data", (chunk: Buffer) => count(0, chunk.byteLength));
}

function uptime(): number {
  return performance.now();
}
