import { request } from "node:http";

import type { OurServer } from "../servers/ours.ts";
import { LeanSocket } from "./lean-socket.ts";

const FRAME_MAX_MS = 60_000;

/** What a phone reads first. */
export interface ReadState {
  firstByteMs: number;
  bytes: number;
  /** `<epoch>.<seq>`, as the socket's `since` takes it. */
  since: string;
}

/** `GET state` as our own client asks for it, on a connection of its own, body read and not unpacked. */
export function readState(server: OurServer, token: string, query: string): Promise<ReadState> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const asking = request({
      host: "127.0.0.1",
      port: server.process.port,
      path: `/api/boards/${server.boardId}/state?${query}`,
      agent: false,
      headers: { authorization: `Bearer ${token}`, "accept-encoding": "br, gzip" },
    });
    asking.on("error", reject);
    asking.on("response", (answer) => {
      let firstByteMs = Number.NaN;
      let bytes = 0;
      let words = "";
      answer.on("data", (chunk: Buffer) => {
        if (bytes === 0) firstByteMs = performance.now() - startedAt;
        bytes += chunk.length;
        if (answer.statusCode !== 200) words += chunk.toString("latin1");
      });
      answer.on("error", reject);
      answer.on("end", () => {
        if (answer.statusCode !== 200) reject(new Error(`state: ${answer.statusCode} ${words}`));
        const since = `${answer.headers["x-board-epoch"]}.${answer.headers["x-board-seq"]}`;
        resolve({ firstByteMs, bytes, since });
      });
    });
    asking.end();
  });
}

/** Comes in as our own client does: the state, then the socket. @returns its socket, whose first frame was heard */
export async function joinAsOwn(server: OurServer, token: string): Promise<LeanSocket> {
  const { since } = await readState(server, token, "parts=1&recent=1");
  const heard = Promise.withResolvers<void>();
  const timer = setTimeout(() => heard.reject(new Error("no frame came")), FRAME_MAX_MS);
  const socket = await LeanSocket.open({
    port: server.process.port,
    path: `/sync/${server.boardId}?token=${token}&v=1&since=${since}`,
    onMessage: () => heard.resolve(),
  });
  await heard.promise.finally(() => clearTimeout(timer));
  return socket;
}
