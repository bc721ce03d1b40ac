import { newId } from "@hefboom/board";
import { encodeReached } from "@hefboom/contract/messages";
import { expect, it } from "vitest";

import { aNote, join, send } from "../../../support/api.ts";
import { record } from "../../../support/hold-record.ts";
import { contentOf, readBoard } from "../../../support/people/board-reading.ts";
import { Peer } from "../../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../../support/people/workshop.ts";
import { binaryFrame, opcode, rawFrame } from "../../../support/raw-frame.ts";
import { RawSocket } from "../../../support/raw-socket.ts";
import { TestServer } from "../../../support/test-server.ts";
import { pause, until } from "../../../support/until.ts";
import { residentMb } from "../server-figures.ts";

const STUCK = 5;
const READERS = 10;
const BROADCAST_BYTES = 200 * 1_048_576;
const CARDS = 100;
const TEXT = "w".repeat(1_000);
const GONE_MAX_MS = 30_000;
const GROWTH_MAX_MB = 60;

/** Nothing here is about how fast one facilitator may write. */
const limits = {
  LIMIT_BYTES_PER_SECOND: "100000000",
  LIMIT_MESSAGES_PER_SECOND: "10000",
};

it("A07 who never reads is gone in time, while all others get everything", async () => {
  await using server = await TestServer.start(limits);
  const workshop = await openWorkshop(server);
  const cards = await makeCards(workshop);
  const readers = Array.from({ length: READERS }, () => openReader(workshop));
  await Promise.all(readers.map((reader) => reader.synced()));
  await rewriteAll(workshop, cards, 20); // warms up
  const before = await residentMb(server);
  const stuck = await Promise.all(Array.from({ length: STUCK }, () => openStuck(workshop)));
  const stuckAt = performance.now();
  const gone = stuck.map((socket) => watchEnd(socket, stuckAt));

  let peakMb = before;
  const heardBefore = heard(readers);
  while (heard(readers) - heardBefore < BROADCAST_BYTES) {
    await rewriteAll(workshop, cards, 1);
    peakMb = Math.max(peakMb, await residentMb(server));
  }
  const goneMs = Math.max(...(await Promise.all(gone)));
  const stored = JSON.stringify(
    contentOf(await readBoard(server, workshop.board.id, workshop.lead)),
  );
  const isEqual = ({ doc }: Peer) => JSON.stringify(contentOf(doc)) === stored;
  await until(() => readers.every(isEqual), "equal documents");

  record(
    "A07",
    "the last of 5 stuck readers gone after",
    `${(goneMs / 1_000).toFixed(1)} s (≤ 30)`,
  );
  record("A07", "memory at its peak", `+${(peakMb - before).toFixed(0)} MB (< 60)`);
  const megabytes = (heard(readers) - heardBefore) / 1_048_576;
  record("A07", "broadcast to 10 readers meanwhile", `${megabytes.toFixed(0)} MB`);
  expect(readers.map(({ closeCode }) => closeCode)).toEqual(new Array(READERS).fill(undefined));
  expect(goneMs).toBeLessThan(GONE_MAX_MS);
  expect(peakMb - before).toBeLessThan(GROWTH_MAX_MB);
  for (const reader of readers) reader[Symbol.dispose]();
});

async function makeCards({ server, board, lead }: Workshop): Promise<string[]> {
  const notes = Array.from({ length: CARDS }, () => aNote("leeg"));
  await send(server, board.id, lead, notes);
  return notes.map(({ cardId }) => cardId);
}

async function rewriteAll({ server, board, lead }: Workshop, cards: string[], times: number) {
  for (let round = 0; round < times; round += 1) {
    const text = TEXT.slice(0, 900) + newId();
    const commands = cards.map((cardId) => ({ op: "rewrite" as const, id: newId(), cardId, text }));
    await send(server, board.id, lead, commands);
  }
}

function openReader({ server, board, lead }: Workshop): Peer {
  return new Peer(server, board.id, lead);
}

/** Says that it is there, and then never reads again. */
async function openStuck({ server, board }: Workshop): Promise<RawSocket> {
  const { token } = await join(server, board.code);
  const socket = await RawSocket.upgrade(server, { path: `/sync/${board.id}?v=1&token=${token}` });
  socket.write(binaryFrame(encodeReached(0, 0)));
  socket.stopReading();
  return socket;
}

/** A ping a second, which comes back as an error when nobody is there any more. @returns ms until then */
async function watchEnd(socket: RawSocket, since: number): Promise<number> {
  const ping = rawFrame({ opcode: opcode.ping });
  while (!socket.isGone && performance.now() - since < 60_000) {
    socket.write(ping);
    await pause(500);
  }
  socket[Symbol.dispose]();
  return performance.now() - since;
}

const heard = (readers: readonly Peer[]) =>
  readers.reduce((sum, { heardBytes }) => sum + heardBytes, 0);
