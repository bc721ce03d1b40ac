import type { RoomHub } from "@hefboom/sync";
import type { WebSocket, WebSocketServer } from "ws";

import type { Limits } from "../limits.ts";

/** A protocol message to every socket this often: y-websocket closes after 30 s of silence. */
const BEAT_MS = 15_000;

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

  constructor(deps: HeartbeatDeps) {
    this.#deps = deps;
    this.#timer = setInterval(() => void this.#beat(), BEAT_MS);
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
    const silentSince = performance.now() - this.#deps.limits.silenceSeconds * 1_000;
    for (const socket of this.#deps.sockets.clients) {
      if ((this.#heardAt.get(socket) ?? 0) < silentSince) socket.terminate();
      else socket.ping();
    }
    await this.#deps.hub.heartbeat();
  }
}
