import type { Role } from "@hefboom/board";
import { BoardSession, type SocketConstructor } from "@hefboom/client";
import { MemoryStore } from "@hefboom/client/testing";
import { WebSocket } from "ws";

import { fetchState } from "./fetch-state.ts";

// y-websocket listens for the end of the process, once a client: many of them in one process are no leak.
process.setMaxListeners(0);

export interface OwnClientOptions {
  /** Scheme, host and port, for example `http://127.0.0.1:3000`. */
  origin: string;
  boardId: string;
  personId: string;
  token: string;
  role?: Role;
  WebSocket?: SocketConstructor;
  /** As a phone, which begins with the stored state and takes what others do every 200 ms. */
  isPhone?: boolean;
  /** When to bring the screen up to date; default: at once. */
  schedule?: (flush: () => void) => void;
}

/** Our client as a browser runs it, with the `ws` package for its sockets. */
export function openOwnClient(options: OwnClientOptions): BoardSession {
  const { origin, boardId, personId, token, role = "participant", isPhone = false } = options;
  return new BoardSession({
    boardId,
    socketUrl: `${origin.replace("http", "ws")}/sync`,
    params: { token, as: role, ...(isPhone && { tick: "coarse" }) },
    me: { personId, role },
    store: new MemoryStore(),
    WebSocket: options.WebSocket ?? nodeSockets(),
    ...(isPhone && { fetchState: () => fetchState(options) }),
    ...(options.schedule !== undefined && { schedule: options.schedule }),
  });
}

/** Sockets that tell when they open. */
export function watchedSockets(onOpen: () => void): SocketConstructor {
  class WatchedSocket extends WebSocket {
    constructor(url: string) {
      super(url);
      this.on("open", onOpen);
    }
  }
  return asBrowserSocket(WatchedSocket);
}

/** Counts the sockets that were opened, also those that nobody answered. */
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
export const asBrowserSocket = (socket: new (url: string) => WebSocket): SocketConstructor =>
  socket as unknown as SocketConstructor;
