import { encodePresence } from "@hefboom/contract/messages";

import { binaryFrame, opcode, rawFrame } from "../../../support/raw/raw-frame.ts";
import { RawSocket } from "../../../support/raw/raw-socket.ts";
import type { TestServer } from "../../../support/test-server.ts";
import { pause } from "../../../support/until.ts";

/** Well-formed bytes, again and again. */
export interface Flood {
  name: string;
  /** Written as fast as it goes. */
  bytes: Uint8Array;
  /** Close codes that are right for it; 0: cut without a word. */
  codes: readonly number[];
}

const repeated = (frame: Uint8Array, times: number) => Buffer.concat(new Array(times).fill(frame));
const entry = { clientId: 7, clock: 1, state: { cursor: { x: 100, y: 200 } } };
const presence = encodePresence([entry]);
const fragment = rawFrame({
  opcode: opcode.continuation,
  isFinal: false,
  payload: new Uint8Array(),
});

const TOO_FAST = [4529];

export const floods: readonly Flood[] = [
  { name: "small messages", bytes: repeated(binaryFrame(presence), 100), codes: TOO_FAST },
  { name: "queries", bytes: repeated(binaryFrame(Uint8Array.of(3)), 100), codes: TOO_FAST },
  {
    name: "large messages",
    bytes: binaryFrame(encodePresence(new Array(3_000).fill(entry))),
    codes: TOO_FAST,
  },
  {
    name: "pings",
    bytes: repeated(rawFrame({ opcode: opcode.ping }), 100),
    codes: [0, ...TOO_FAST],
  },
  { name: "pongs", bytes: repeated(rawFrame({ opcode: opcode.pong }), 100), codes: TOO_FAST },
  { name: "empty fragments", bytes: repeated(fragment, 1_000), codes: [1008, ...TOO_FAST] },
];

/** A message that goes on and on: its first fragment. */
const beginning = rawFrame({ opcode: opcode.binary, isFinal: false, payload: Uint8Array.of(3) });

/** Floods one socket until the server closes it. @returns its close code, and how long that took in ms */
export async function flood(server: TestServer, path: string, { name, bytes }: Flood) {
  using socket = await RawSocket.upgrade(server, { path });
  const start = performance.now();
  if (name.includes("fragments")) socket.write(beginning);
  while (socket.closeCode === undefined && !socket.isGone && performance.now() - start < 10_000) {
    socket.write(bytes);
    await pause(1);
  }
  return { code: socket.closeCode ?? 0, ms: performance.now() - start };
}
