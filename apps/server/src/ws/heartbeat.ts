import type { RoomHub } from "@hefboom/sync";
import type { WebSocket, WebSocketServer } from "ws";

import type { Limits } from "../limits.ts";

/** A protocol message to every socket at least this often: y-websocket closes after 30 s of silence. */
const BEAT_MAX_MS = 15_000;
/** A peer is asked so many times for a sign of life before it counts as silent. */
const BEATS_OF_SILENCE = 4;

interface HeartbeatDeps {
  sockets: WebSocketServer;
  hub: RoomHub;
  limits: Pick<Limits, "firstMessageSeconds" | "silenceSeconds">;
}

/** Keeps sockets alive and ends those that are dead: no first message, or no sign of life. */
export class Heartbeat {
  readonly #deps: HeartbeatDeps;
  readonly #heardAt = new WeakMap<WebSocket, number>();
  readonly #timer: NodeJS.Timeout;
  readonly #beatMs: number;

  constructor(deps: HeartbeatDeps) {
    this.#deps = deps;
    const silenceMs = deps.limits.silenceSeconds * 1_000;
    this.#beatMs = Math.min(BEAT_MAX_MS, silenceMs / BEATS_OF_SILENCE);
    this.#timer = setInterval(() => void this.#beat(), this.#beatMs);
    this.#timer.unref();
  }

  watch(socket: WebSocket): void {
    const hear = () => this.#heardAt.set(socket, performance.now());
    hear();
    socket.on("message", hear);
    socket.on("pong", hear);
    const { firstMessageSeconds } = this.#deps.limits;
    const first = setTimeout(() => socket.terminate(), firstMessageSeconds * 1_000);
    socket.once("message", () => clearTimeout(first));
    socket.once("close", () => clearTimeout(first));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Never rejects: rooms that cannot be opened were told to whoever asked for them. */
  async #beat(): Promise<void> {
    // Who is still allowed to be silent now would be silent for too long before the next beat.
    const allowedMs = this.#deps.limits.silenceSeconds * 1_000 - this.#beatMs;
    const silentSince = performance.now() - allowedMs;
    for (const socket of this.#deps.sockets.clients) {
      if ((this.#heardAt.get(socket) ?? 0) < silentSince) socket.terminate();
      else socket.ping();
    }
    await this.#deps.hub.heartbeat();
  }
}
