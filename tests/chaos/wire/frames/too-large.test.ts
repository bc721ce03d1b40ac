import { randomBytes } from "node:crypto";
import { deflateRawSync, gzipSync } from "node:zlib";
import { textsOf } from "@hefboom/board";
import { encodeCommands, encodeSync } from "@hefboom/contract/messages";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";

import { aNote, call, send } from "../../../support/api.ts";
import { readBoard } from "../../../support/people/board-reading.ts";
import { Peer } from "../../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../../support/people/workshop.ts";
import { inspectable } from "../../../support/process/inspected.ts";
import { binaryFrame, opcode, rawFrame } from "../../../support/raw/raw-frame.ts";
import { RawSocket } from "../../../support/raw/raw-socket.ts";
import { TestServer } from "../../../support/test-server.ts";
import { until } from "../../../support/until.ts";
import { growthMb } from "../server-figures.ts";

const FRAME_MAX = 262_144;
const TIMES = 20;

let workshop: Workshop;
let path: string;
beforeAll(async () => {
  workshop = await openWorkshop(await TestServer.start(inspectable));
  path = `/sync/${workshop.board.id}?token=${workshop.lead}`;
});
afterAll(() => workshop.server[Symbol.asyncDispose]());

/** Sends the same on as many sockets, one after the other. @returns every close code that came */
async function sendTimes(bytes: Uint8Array, times: number, at = path): Promise<Set<number>> {
  const codes = new Set<number>();
  for (let count = 0; count < times; count += 1) {
    using socket = await RawSocket.upgrade(workshop.server, { path: at });
    socket.write(bytes);
    await until(() => socket.closeCode !== undefined || socket.isGone, "a close", 1_000);
    codes.add(socket.closeCode ?? 0);
  }
  return codes;
}

const half = rawFrame({
  opcode: opcode.binary,
  isFinal: false,
  payload: new Uint8Array(FRAME_MAX / 2),
});
const rest = rawFrame({ opcode: opcode.continuation, payload: new Uint8Array(FRAME_MAX / 2 + 1) });

it.each([
  ["a frame of one byte too many", binaryFrame(new Uint8Array(FRAME_MAX + 1))],
  ["a message of two fragments of one byte too many", Buffer.concat([half, rest])],
  [
    "the mere head of a frame that is too large",
    binaryFrame(new Uint8Array(2 * FRAME_MAX)).subarray(0, 14),
  ],
])("A04 A05 %s is closed 1009 and leaves nothing behind", async (_, bytes) => {
  using peer = new Peer(workshop.server, workshop.board.id, workshop.lead);
  await peer.synced();
  const codes = new Set<number>();

  const growth = await growthMb(workshop.server, async () => {
    for (const code of await sendTimes(bytes, TIMES)) codes.add(code);
  });

  expect([...codes]).toEqual([1009]);
  expect([peer.heardUpdates, peer.closeCode]).toEqual([0, undefined]);
  expect(growth).toBeLessThan(5);
});

it("A04 A05 an update over its limit is closed 4409, and nobody gets any of it", async () => {
  const { server, board, lead } = workshop;
  const note = aNote("kort");
  await send(server, board.id, lead, [note]);
  const doc = await readBoard(server, board.id, lead);
  const before = Y.encodeStateVector(doc);
  textsOf(doc).get(note.cardId)?.insert(0, randomBytes(33_000).toString("hex"));
  const update = binaryFrame(encodeSync("update", Y.encodeStateAsUpdate(doc, before)));
  using peer = new Peer(server, board.id, lead);
  await peer.synced();
  const codes = new Set<number>();

  const growth = await growthMb(workshop.server, async () => {
    for (const code of await sendTimes(update, TIMES)) codes.add(code);
  });

  expect([...codes]).toEqual([4409]);
  expect([peer.heardUpdates, peer.closeCode]).toEqual([0, undefined]);
  expect(
    textsOf(await readBoard(server, board.id, lead))
      .get(note.cardId)
      ?.toString(),
  ).toBe("kort");
  expect(growth).toBeLessThan(5);
});

it("A04 A05 a message of 10,000 commands is closed 4409 and does none of them", async () => {
  const { server, board, lead } = workshop;
  const { length } = await cardsNow();
  const commands = Array.from({ length: 10_000 }, () => ({ op: "delete" }));

  const codes = await sendTimes(binaryFrame(encodeCommands(commands)), 1, `${path}&v=1`);

  expect([...codes]).toEqual([4409]);
  expect((await cardsNow()).length).toBe(length);
  async function cardsNow() {
    return [...textsOf(await readBoard(server, board.id, lead)).keys()];
  }
});

it("A04 A05 compression is not agreed on, and a compressed bomb is closed 1002", async () => {
  const bomb = rawFrame({
    opcode: opcode.binary,
    reservedBits: 4, // RSV1: this message is compressed
    payload: deflateRawSync(new Uint8Array(100 * FRAME_MAX)),
  });
  const headers = { "sec-websocket-extensions": "permessage-deflate" };
  using socket = await RawSocket.upgrade(workshop.server, { path, headers });
  const codes = new Set<number>();

  const growth = await growthMb(workshop.server, async () => {
    for (const code of await sendTimes(bomb, TIMES)) codes.add(code);
  });

  expect(socket.head).not.toMatch(/extensions/i);
  expect([...codes]).toEqual([1002]);
  expect(growth).toBeLessThan(20);
});

it("A04 A05 a compressed HTTP body counts at its full size", async () => {
  const bomb = gzipSync(JSON.stringify({ code: "A".repeat(64 * 1_048_576) }));
  const statuses = new Set<number>();

  const growth = await growthMb(workshop.server, async () => {
    for (let count = 0; count < 3; count += 1) statuses.add(await post("/api/join", bomb, "gzip"));
  });

  expect([...statuses]).toEqual([413]);
  expect(growth).toBeLessThan(20);
});

it.each([
  ["/api/join", 1],
  ["/api/sessions", 1],
  ["/api/boards/BOARD/commands", 4],
])("A04 A05 %s takes no body of more than %i MB", async (address, limitMb) => {
  const body = Buffer.from(JSON.stringify({ code: "A".repeat(limitMb * 1_048_576) }));
  const url = address.replace("BOARD", workshop.board.id);

  expect(await post(url, body)).toBe(413);
  expect((await call(workshop.server, "/healthz")).ok).toBe(true);
});

async function post(
  url: string,
  body: Uint8Array<ArrayBuffer>,
  encoding?: string,
): Promise<number> {
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${workshop.lead}`,
    ...(encoding === undefined ? {} : { "content-encoding": encoding }),
  };
  const answer = await fetch(workshop.server.origin + url, { method: "POST", headers, body });
  await answer.body?.cancel();
  return answer.status;
}
