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

/**
 * Keeps sockets alive and ends those that are dead: no first message, or no sign of life. Its listeners are the same
 * functions for all sockets, because a hall has thousands that are silent most of the time.
 */
export class Heartbeat {
  readonly #deps: HeartbeatDeps;
  readonly #heardAt = new WeakMap<WebSocket, number>();
  /** Waiting for the first message of each. */
  readonly #silent = new WeakMap<WebSocket, NodeJS.Timeout>();
  readonly #timer: NodeJS.Timeout;
  readonly #beatMs: number;
  readonly #hear: (this: WebSocket) => void;
  readonly #stopWaiting: (this: WebSocket) => void;

  constructor(deps: HeartbeatDeps) {
    this.#deps = deps;
    const silenceMs = deps.limits.silenceSeconds * 1_000;
    this.#beatMs = Math.min(BEAT_MAX_MS, silenceMs / BEATS_OF_SILENCE);
    this.#timer = setInterval(() => void this.#beat(), this.#beatMs);
    this.#timer.unref();
    const [heardAt, silent] = [this.#heardAt, this.#silent];
    this.#hear = function hear() {
      heardAt.set(this, performance.now());
    };
    this.#stopWaiting = function stopWaiting() {
      clearTimeout(silent.get(this));
      silent.delete(this);
    };
  }

  watch(socket: WebSocket): void {
    this.#hear.call(socket);
    socket.on("message", this.#hear);
    socket.on("pong", this.#hear);
    const { firstMessageSeconds } = this.#deps.limits;
    this.#silent.set(
      socket,
      setTimeout(() => socket.terminate(), firstMessageSeconds * 1_000),
    );
    socket.once("message", this.#stopWaiting);
    socket.once("close", this.#stopWaiting);
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
