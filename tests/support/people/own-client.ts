import type { Role } from "@hefboom/board";
import {
  BoardSession,
  type BoardSessionOptions,
  type FetchedState,
  type SocketConstructor,
} from "@hefboom/client";
import { MemoryStore } from "@hefboom/client/testing";
import { WebSocket } from "ws";

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
    ...(isPhone && phoneParts(options)),
  });
}

/** A screen is brought up to date less often than letters arrive, in ms. */
const FLUSH_MS = 250;

const phoneParts = (options: OwnClientOptions): Partial<BoardSessionOptions> => ({
  fetchState: () => fetchState(options),
  schedule: (flush) => void setTimeout(flush, FLUSH_MS),
});

async function fetchState({ origin, boardId, token }: OwnClientOptions): Promise<FetchedState> {
  const answer = await fetch(`${origin}/api/boards/${boardId}/state?parts=1&recent=1`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`state: ${answer.status}`);
  return {
    epoch: Number(answer.headers.get("x-board-epoch")),
    seq: Number(answer.headers.get("x-board-seq")),
    body: new Uint8Array(await answer.arrayBuffer()),
  };
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
export const asBrowserSocket = (socket: new (url: string) => WebSocket): SocketConstructor =>
  socket as unknown as SocketConstructor;
