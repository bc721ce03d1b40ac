import { RawConnection } from "../../../support/raw/raw-connection.ts";
import { binaryFrame, opcode, rawFrame } from "../../../support/raw/raw-frame.ts";
import { RawSocket } from "../../../support/raw/raw-socket.ts";
import type { TestServer } from "../../../support/test-server.ts";

export interface SlowPeer {
  name: string;
  /** Opens it and leaves it in its state. */
  open(
    server: TestServer,
    at: { path: string; token: string; boardId: string },
  ): Promise<RawConnection>;
  /** One more byte now and then, for who pretends to be only slow. */
  drip?: string;
}

const head = (path: string, ...more: string[]) =>
  [`POST ${path} HTTP/1.1`, "Host: 127.0.0.1", ...more].join("\r\n");
const json = "Content-Type: application/json";

/** Who never finishes an HTTP request. */
export const halfRequests: readonly SlowPeer[] = [
  { name: "no byte at all", open: (server) => RawConnection.open(server) },
  { name: "half a head", open: (server) => written(server, head("/api/join")) },
  {
    name: "a head, a byte at a time",
    open: (server) => written(server, head("/api/join", "X-A: ")),
    drip: "a",
  },
  {
    name: "half a body",
    open: (server) => written(server, `${head("/api/join", json, "Content-Length: 900")}\r\n\r\n{`),
  },
  {
    name: "a body, a byte at a time",
    open: (server) => written(server, `${head("/api/join", json, "Content-Length: 900")}\r\n\r\n{`),
    drip: " ",
  },
  {
    name: "half a chunked body",
    open: (server) =>
      written(server, `${head("/api/join", json, "Transfer-Encoding: chunked")}\r\n\r\n5\r\n{`),
  },
  {
    name: "half a body that nobody may send",
    open: (server, { boardId }) => {
      const path = `/api/boards/${boardId}/commands`;
      return written(server, `${head(path, json, "Content-Length: 900")}\r\n\r\n[`);
    },
  },
  {
    name: "half a body of who may send it",
    open: (server, { boardId, token }) => {
      const path = `/api/boards/${boardId}/commands`;
      const bearer = `Authorization: Bearer ${token}`;
      return written(server, `${head(path, json, bearer, "Content-Length: 900")}\r\n\r\n[`);
    },
  },
  {
    name: "half an upgrade",
    open: (server, { path }) =>
      written(server, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n`),
  },
];

/** Who upgrades and then brings no whole message. */
export const halfSockets: readonly SlowPeer[] = [
  {
    name: "a socket that says nothing",
    open: (server, { path }) => RawSocket.upgrade(server, { path }),
  },
  {
    name: "a socket with half a frame",
    open: async (server, { path }) => {
      const socket = await RawSocket.upgrade(server, { path });
      socket.write(binaryFrame(new Uint8Array(100)).subarray(0, 40));
      return socket;
    },
  },
  {
    name: "a socket with a message that never ends",
    open: async (server, { path }) => {
      const socket = await RawSocket.upgrade(server, { path });
      socket.write(rawFrame({ opcode: opcode.binary, isFinal: false, payload: Uint8Array.of(1) }));
      return socket;
    },
  },
];

/** A socket that has said something once and then nothing more, not even to a ping. */
export async function fallSilent(server: TestServer, path: string): Promise<RawSocket> {
  const socket = await RawSocket.upgrade(server, { path });
  socket.write(binaryFrame(Uint8Array.of(3)));
  return socket;
}

async function written(server: TestServer, bytes: string): Promise<RawConnection> {
  const connection = await RawConnection.open(server);
  connection.write(bytes);
  return connection;
}
