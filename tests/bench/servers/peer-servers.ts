import { fileURLToPath } from "node:url";
import { encodeSync } from "@hefboom/contract/messages";
import * as Y from "yjs";

import { newcomersContent } from "../sockets/newcomer.ts";
import type { BenchServer, PeerName, Seat } from "./bench-server.ts";
import { ServerFolder } from "./server-folder.ts";
import { yjsWriter } from "./yjs-writer.ts";

const PEERS = new URL("../peers/", import.meta.url);
/** Room of every peer; one byte, so that envelopes are as small as they can be. */
const ROOM = "b";

interface PeerKind {
  script: string;
  path: string;
  /** Puts a message of y-protocols into the server's envelope. */
  wrap: (message: Uint8Array) => Uint8Array;
  hello: readonly Uint8Array[];
}

const asItIs = (message: Uint8Array) => message;
/** Hocuspocus puts the document's name before each message. */
const withName = (message: Uint8Array) => Buffer.concat([Buffer.of(1), Buffer.from(ROOM), message]);
const AUTHENTICATE = Uint8Array.of(2, 0, 0); // message type 2, token, an empty one
const nothingYet = encodeSync("step1", Y.encodeStateVector(new Y.Doc()));

const relay = (script: string): PeerKind => ({
  script,
  path: `/${ROOM}`,
  wrap: asItIs,
  hello: [],
});
const kinds: Readonly<Record<Exclude<PeerName, "ours">, PeerKind>> = {
  bare: relay("bare-relay.mjs"),
  coalescing: relay("coalescing-relay.mjs"),
  stock: {
    script: "node_modules/@y/websocket-server/src/server.js",
    path: `/${ROOM}`,
    wrap: asItIs,
    hello: [nothingYet],
  },
  hocuspocus: {
    script: "hocuspocus.mjs",
    path: "/",
    wrap: withName,
    hello: [withName(AUTHENTICATE), withName(nothingYet)],
  },
};

/** A server that others wrote, with an empty folder to store in. */
export async function startPeer(name: Exclude<PeerName, "ours">): Promise<BenchServer> {
  const { script, path, wrap, hello } = kinds[name];
  const folder = await ServerFolder.start({
    script: fileURLToPath(new URL(script, PEERS)),
    env: (data) => ({ YPERSISTENCE: data, DATA_DIR: data }),
    readyPath: "/",
  });
  const seats: Seat[] = [];
  return {
    name,
    get process() {
      return folder.process;
    },
    async seats(count) {
      while (seats.length < count) seats.push({ path, hello, writer: yjsWriter(wrap) });
      return seats.slice(0, count);
    },
    isForOne: () => false,
    wrap,
    newWriter: () => yjsWriter(wrap),
    content: () => newcomersContent({ port: folder.process.port, path, hello }),
    up: () => folder.up(),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}
