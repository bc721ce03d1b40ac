import type { Role } from "@hefboom/board";
import { BoardSession, type OutboxStore, type SocketConstructor } from "@hefboom/client";
import { MemoryStore } from "@hefboom/client/testing";
import { WebSocket } from "ws";

// y-websocket listens for the end of the process, once a client: many of them in one process are no leak.
process.setMaxListeners(0);

export interface OwnClientOptions {
  /** Scheme, host and port, for example `ws://127.0.0.1:3000`. */
  socketOrigin: string;
  boardId: string;
  personId: string;
  token: string;
  role?: Role;
  store?: OutboxStore;
  WebSocket?: SocketConstructor;
}

/** Our client as a phone runs it, with the `ws` package for a browser's sockets. */
export function openOwnClient(options: OwnClientOptions): BoardSession {
  const { socketOrigin, boardId, personId, token, role = "participant" } = options;
  return new BoardSession({
    boardId,
    socketUrl: `${socketOrigin}/sync`,
    params: { token, as: role },
    me: { personId, role },
    store: options.store ?? new MemoryStore(),
    WebSocket: options.WebSocket ?? nodeSockets(),
    now: () => performance.now(),
  });
}

/** Counts the sockets that were opened. */
export function countingSockets(): { WebSocket: SocketConstructor; opened: () => number } {
  let count = 0;
  class CountedSocket extends WebSocket {
    constructor(url: string) {
      super(url);
      count += 1;
    }
  }
  return { WebSocket: asBrowserSocket(CountedSocket), opened: () => count };
}

const nodeSockets = (): SocketConstructor => asBrowserSocket(WebSocket);

/** `ws` follows the browser's interface as far as the provider uses it; its overloads alone differ. */
const asBrowserSocket = (socket: new (url: string) => WebSocket): SocketConstructor =>
  socket as unknown as SocketConstructor;
