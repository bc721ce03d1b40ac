import { isDeepStrictEqual } from "node:util";
import { newId } from "@hefboom/board";
import { encodeReached } from "@hefboom/contract/messages";
import { expect, it } from "vitest";
import { WebSocket } from "ws";

import { aNote, join, send } from "../../../support/api.ts";
import { record } from "../../../support/hold-record.ts";
import { contentOf, readBoard } from "../../../support/people/board-reading.ts";
import { Peer } from "../../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../../support/people/workshop.ts";
import { inspectable } from "../../../support/process/inspected.ts";
import { binaryFrame, opcode, rawFrame } from "../../../support/raw/raw-frame.ts";
import { RawSocket } from "../../../support/raw/raw-socket.ts";
import { TestServer } from "../../../support/test-server.ts";
import { pause, until } from "../../../support/until.ts";
import { usedMb } from "../server-figures.ts";

const STUCK = 5;
const LISTENERS = 14;
const BROADCAST_MB = 200;
const CARDS = 100;
const GONE_MAX_MS = 30_000;
/** A collection has to be forced to see what is in use, so not too often. */
const LOOK_MS = 4_000;
const GIVEN_UP_MS = 40_000;
const GROWTH_MAX_MB = 60;

/** Nothing here is about how fast one facilitator may write. */
const limits = {
  LIMIT_BYTES_PER_SECOND: "100000000",
  LIMIT_MESSAGES_PER_SECOND: "10000",
};

it("A07 who never reads is gone in time, while all others get everything", async () => {
  await using server = await TestServer.start({ ...inspectable, ...limits });
  const workshop = await openWorkshop(server);
  const cards = await makeCards(workshop);
  using readers = await openReaders(workshop);
  const broadcast = (isOver = () => true) => broadcastMuch({ workshop, cards, readers, isOver });
  const alone = await broadcast(); // what so much rewriting costs anyway
  const stuck = await Promise.all(Array.from({ length: STUCK }, () => openStuck(workshop)));
  const since = performance.now();
  const ends = stuck.map((socket) => endOf(socket, since));

  const isGivenUp = () => performance.now() - since > GIVEN_UP_MS;
  const beside = await broadcast(() => stuck.every(({ isGone }) => isGone) || isGivenUp());
  const goneMs = Math.max(...(await Promise.all(ends)));
  const growthMb = beside.peakMb - alone.peakMb;
  const stored = contentOf(await readBoard(server, workshop.board.id, workshop.lead));

  record(
    "A07",
    "the last of 5 stuck readers gone after",
    `${(goneMs / 1_000).toFixed(1)} s (≤ 30)`,
  );
  record("A07", "most memory in use, over none stuck", `${growthMb.toFixed(0)} MB (< 60)`);
  record("A07", "broadcast to 16 readers meanwhile", `${beside.sentMb.toFixed(0)} MB`);
  for (const { doc } of readers.peers) {
    await until(() => isDeepStrictEqual(contentOf(doc), stored), "equal documents");
  }
  expect(readers.closes).toEqual([]);
  expect(goneMs).toBeLessThan(GONE_MAX_MS);
  expect(growthMb).toBeLessThan(GROWTH_MAX_MB);
});

interface Broadcast {
  workshop: Workshop;
  cards: string[];
  readers: Readers;
  /** Asked once there was enough. */
  isOver: () => boolean;
}

/** Rewrites all cards until the readers have heard enough. @returns what they heard, and the most memory in use meanwhile */
async function broadcastMuch({ workshop, cards, readers, isOver }: Broadcast) {
  const before = readers.heardBytes();
  const sentMb = () => (readers.heardBytes() - before) / 1_048_576;
  let peakMb = await usedMb(workshop.server);
  let lookedAt = performance.now();
  while (sentMb() < BROADCAST_MB || !isOver()) {
    await rewriteAll(workshop, cards);
    if (performance.now() - lookedAt < LOOK_MS) continue;
    peakMb = Math.max(peakMb, await usedMb(workshop.server));
    lookedAt = performance.now();
  }
  return { sentMb: sentMb(), peakMb };
}

async function makeCards({ server, board, lead }: Workshop): Promise<string[]> {
  const notes = Array.from({ length: CARDS }, () => aNote("leeg"));
  await send(server, board.id, lead, notes);
  return notes.map(({ cardId }) => cardId);
}

/** About 100 kB for every reader: nothing of the text before is kept. */
async function rewriteAll({ server, board, lead }: Workshop, cards: string[]): Promise<void> {
  const text = newId().repeat(45);
  const commands = cards.map((cardId) => ({ op: "rewrite" as const, id: newId(), cardId, text }));
  await send(server, board.id, lead, commands);
}

type Readers = Awaited<ReturnType<typeof openReaders>>;

/** Two who keep the board, and more who only count what they hear, so that this process keeps up. */
async function openReaders({ server, board, lead }: Workshop) {
  const closes: number[] = [];
  let counted = 0;
  const peers = [1, 2].map(() => new Peer(server, board.id, lead));
  await Promise.all(peers.map((peer) => peer.synced()));
  const url = `${server.origin.replace("http", "ws")}/sync/${board.id}?v=1&token=${lead}`;
  const listeners = Array.from({ length: LISTENERS }, () => {
    const socket = new WebSocket(url);
    socket.on("open", () => socket.send(encodeReached(0, 0)));
    socket.on("message", (data: Buffer) => {
      counted += data.byteLength;
    });
    socket.on("close", (code) => closes.push(code));
    return socket;
  });
  return {
    peers,
    closes,
    heardBytes: () => peers.reduce((sum, { heardBytes }) => sum + heardBytes, counted),
    [Symbol.dispose]() {
      for (const peer of peers) peer[Symbol.dispose]();
      for (const socket of listeners) socket.terminate();
    },
  };
}

/** Says that it is there, and then never reads again. */
async function openStuck({ server, board }: Workshop): Promise<RawSocket> {
  const { token } = await join(server, board.code);
  const socket = await RawSocket.upgrade(server, { path: `/sync/${board.id}?v=1&token=${token}` });
  socket.write(binaryFrame(encodeReached(0, 0)));
  socket.stopReading();
  return socket;
}

/** Writes a ping now and then, which fails when nobody is there any more. @returns ms until then */
async function endOf(socket: RawSocket, since: number): Promise<number> {
  const ping = rawFrame({ opcode: opcode.ping });
  while (!socket.isGone && performance.now() - since < 60_000) {
    socket.write(ping);
    await pause(500);
  }
  socket[Symbol.dispose]();
  return performance.now() - since;
}
