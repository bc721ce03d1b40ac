import { newId } from "@hefboom/board";
import { encodeSync } from "@hefboom/contract/messages";
import * as Y from "yjs";

import { call } from "../../support/api.ts";
import { pause } from "../../support/until.ts";
import type { BenchServer } from "../servers/bench-server.ts";
import { cardText, markedPlace } from "../servers/card-facts.ts";
import type { OurServer } from "../servers/ours.ts";
import { LeanSocket } from "../sockets/lean-socket.ts";

const CARDS = 10_000;
const MOVES = 5;
/** Commands in one request. */
const TOGETHER = 500;
/** An order key may not end in 0, and a card's place has no mark here. */
const orderOf = (card: number, move: number) => `a0${card.toString(36)}x${move}V`;

/** A card's place after a move. */
function placeOf(card: number, move: number) {
  return { ...markedPlace("", card + move), order: orderOf(card, move) };
}

/** 10,000 cards with five moves each, as commands over HTTP. */
export async function fillOurs(server: OurServer): Promise<void> {
  const ids = Array.from({ length: CARDS }, newId);
  for (let move = 0; move <= MOVES; move += 1) {
    for (let first = 0; first < CARDS; first += TOGETHER) {
      const commands = ids.slice(first, first + TOGETHER).map((cardId, index) => {
        const place = placeOf(first + index, move);
        const common = { id: newId(), cardId, ...place };
        return move === 0
          ? { op: "create", kind: "note", text: cardText, ...common }
          : { op: "place", ...common };
      });
      await submit(server, commands);
    }
  }
}

/** One card more, so that nobody reads a state that was made for somebody before. */
export async function addOne(server: OurServer): Promise<void> {
  const place = placeOf(CARDS, 0);
  const facts = { op: "create", kind: "note", text: cardText };
  await submit(server, [{ ...facts, id: newId(), cardId: newId(), ...place }]);
}

async function submit(server: OurServer, commands: readonly unknown[]): Promise<void> {
  const { organiserKey, boardId, process } = server;
  const api = { origin: process.origin, organiserKey };
  const options = { token: organiserKey, body: commands };
  const answer = await call(api, `/api/boards/${boardId}/commands`, options);
  const text = await answer.text();
  if (!answer.ok || text.includes("refused"))
    throw new Error(`not all saved: ${text.slice(0, 200)}`);
}

/** How long a peer may take to store what it was sent, in ms; Hocuspocus waits 2 s before it begins. */
const STORING_MS = 5_000;

/** The same board as one update from one client. @returns its size in bytes */
export async function fillPeer(server: BenchServer): Promise<number> {
  const update = fullUpdate();
  const [seat] = await server.seats(1);
  if (seat === undefined) throw new Error("nobody may come in");
  using socket = await LeanSocket.open({
    port: server.process.port,
    path: seat.path,
    onMessage: () => undefined,
  });
  for (const message of seat.hello) socket.send(message);
  socket.send(server.wrap(encodeSync("update", update)));
  await pause(STORING_MS);
  return update.byteLength;
}

function fullUpdate(): Uint8Array {
  const doc = new Y.Doc();
  const author = newId();
  const ids = Array.from({ length: CARDS }, newId);
  const change = (move: number, card: number, cardId: string) => {
    if (move === 0) {
      doc.getMap("cards").set(cardId, { kind: "note", author, at: Date.now() });
      doc.getMap("texts").set(cardId, new Y.Text(cardText));
    }
    doc.getMap("places").set(cardId, placeOf(card, move));
  };
  for (let move = 0; move <= MOVES; move += 1) {
    doc.transact(() => {
      for (const [card, cardId] of ids.entries()) change(move, card, cardId);
    });
  }
  return Y.encodeStateAsUpdate(doc);
}
