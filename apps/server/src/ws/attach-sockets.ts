import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type ServerOptions, WebSocketServer } from "ws";

import { hasTooManyHeaders } from "../access/header-count.ts";
import { judgeOrigin } from "../access/origin.ts";
import { Heartbeat } from "./heartbeat.ts";
import { type Knock, readKnock } from "./knock.ts";
import { ConnectionCounts } from "./limits/connection-counts.ts";
import { socketRates } from "./limits/socket-rates.ts";
import { limitWire, wireRates } from "./limits/wire-limit.ts";
import { serveSocket } from "./serve-socket.ts";
import type { SocketDeps } from "./socket-deps.ts";

/** ws knows an option that its types do not know yet. */
type SocketOptions = ServerOptions & { closeTimeout: number };

/** After a close was said, a peer has this long to answer before its socket is cut, in ms. */
const GOODBYE_MS = 500;

/**
 * Takes WebSocket upgrades of `/sync/:boardId` on `server`. What a browser may not see is refused before the upgrade;
 * everything about boards and credentials is said after it, as a close code.
 */
export function attachSockets(server: Server, deps: SocketDeps): AsyncDisposable {
  const options: SocketOptions = {
    noServer: true,
    maxPayload: deps.config.limits.frameBytes,
    perMessageDeflate: false, // nothing to gain on 200-byte frames, and no compression bombs
    closeTimeout: GOODBYE_MS,
  };
  const sockets = new WebSocketServer(options);
  const counts = new ConnectionCounts(deps.config.limits);
  const heartbeat = new Heartbeat({ sockets, hub: deps.hub, limits: deps.config.limits });
  const rates = socketRates(deps.config.limits);
  const onWire = wireRates(rates);
  let isStopping = false;

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on("error", cut);
    const knock = readKnock(request);
    const address = deps.addressOf(request);
    const status = isStopping ? 503 : refusalBefore({ request, knock, address, counts, deps });
    if (status !== undefined || knock === undefined) {
      refuse(stream, status ?? 404);
      return;
    }
    const leave = counts.enter(address, knock.boardId);
    stream.once("close", leave);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      heartbeat.watch(socket);
      limitWire(socket, stream, onWire);
      void serveSocket({ socket, stream }, { request, knock, rates }, deps);
    });
  };
  server.on("upgrade", onUpgrade);

  return {
    async [Symbol.asyncDispose]() {
      isStopping = true;
      heartbeat.stop();
      await deps.hub[Symbol.asyncDispose](); // says 1012 to every socket in a room
      for (const socket of sockets.clients) socket.close(1012);
      await allGone(sockets);
      server.off("upgrade", onUpgrade);
    },
  };
}

/** One function for all streams: one made in the upgrade would keep its request as long as the socket lives. */
function cut(this: Duplex): void {
  this.destroy();
}

interface Refusing {
  request: IncomingMessage;
  knock: Knock | undefined;
  address: string;
  counts: ConnectionCounts;
  deps: SocketDeps;
}

function refusalBefore({ request, knock, address, counts, deps }: Refusing): number | undefined {
  if (hasTooManyHeaders(request)) return 431;
  if (knock === undefined) return 404;
  const { publicUrl } = deps.config;
  if (judgeOrigin(request.headers, request.headers.host, publicUrl) === "foreign") return 403;
  return counts.mayEnter(address, knock.boardId) ? undefined : 429;
}

const REASONS: Readonly<Record<number, string>> = {
  403: "Forbidden",
  404: "Not Found",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  503: "Service Unavailable",
};

function refuse(stream: Duplex, status: number): void {
  const head = `HTTP/1.1 ${status} ${REASONS[status] ?? "Refused"}`;
  stream.once("finish", () => stream.destroy()); // who never closes its own half may not keep ours open
  stream.end(`${head}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** How long all sockets together may take to say goodbye at a stop, in ms. */
const STOP_MS = 2_000;

async function allGone(sockets: WebSocketServer): Promise<void> {
  const deadline = Date.now() + STOP_MS;
  while (sockets.clients.size > 0 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const socket of sockets.clients) socket.terminate();
}
