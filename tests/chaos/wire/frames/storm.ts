import { newId, textsOf } from "@hefboom/board";
import {
  encodeCommands,
  encodePresence,
  encodeReached,
  encodeSync,
  encodeTextEdit,
} from "@hefboom/contract/messages";
import * as Y from "yjs";

import { aNote, join, send } from "../../../support/api.ts";
import { readBoard } from "../../../support/people/board-reading.ts";
import type { Workshop } from "../../../support/people/workshop.ts";
import { binaryFrame } from "../../../support/raw/raw-frame.ts";
import { RawSocket } from "../../../support/raw/raw-socket.ts";
import { pause } from "../../../support/until.ts";
import { type Chance, mutate, pick, seeded } from "./mutate.ts";

const LANES = 8;
/** Share of the frames whose head is mutated too, and not the message alone. */
const RAW_SHARE = 0.15;

/** What the server said to frames that nobody honest sends: how often it closed with which code. */
export type Closes = Map<number, number>;

/** Sends mutated frames on several sockets at once, each of a participant who opens a new one when it was closed. */
export async function sendStorm(
  workshop: Workshop,
  { frames, seed }: { frames: number; seed: number },
): Promise<Closes> {
  const closes: Closes = new Map();
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    const chance = seeded(seed * 1_000 + lane);
    const path = await lanePath(workshop, lane);
    await sendLane({
      workshop,
      path: path.path,
      frames: frames / LANES,
      chance,
      messages: path.messages,
      closes,
    });
  });
  await Promise.all(lanes);
  return closes;
}

interface Lane {
  workshop: Workshop;
  path: string;
  frames: number;
  chance: Chance;
  messages: readonly [Uint8Array, ...Uint8Array[]];
  closes: Closes;
}

async function sendLane({ workshop, path, frames, chance, messages, closes }: Lane): Promise<void> {
  let socket: RawSocket | undefined;
  for (let sent = 0; sent < frames; sent += 1) {
    socket ??= await RawSocket.upgrade(workshop.server, { path });
    const message = pick(chance, messages);
    const isRaw = chance() < RAW_SHARE;
    socket.write(
      isRaw ? mutate(binaryFrame(message), chance) : binaryFrame(mutate(message, chance)),
    );
    await pause(2);
    if (socket.closeCode === undefined && !socket.isGone) continue;
    const code = socket.closeCode ?? 0;
    closes.set(code, (closes.get(code) ?? 0) + 1);
    socket[Symbol.dispose]();
    socket = undefined;
  }
  socket?.[Symbol.dispose]();
}

/** A participant with a card: every second one as our own client. */
async function lanePath({ server, board }: Workshop, lane: number) {
  const { token } = await join(server, board.code, { name: `Storm ${lane}` });
  const note = aNote("een kaart van wie stormt");
  await send(server, board.id, token, [note]);
  const messages = await honestMessages({ server, boardId: board.id, token, cardId: note.cardId });
  return { path: `/sync/${board.id}?token=${token}${lane % 2 === 0 ? "&v=1" : ""}`, messages };
}

interface Honest {
  server: Workshop["server"];
  boardId: string;
  token: string;
  cardId: string;
}

/** One of each kind of message that this person may send. */
async function honestMessages({ server, boardId, token, cardId }: Honest) {
  const doc = await readBoard(server, boardId, token);
  const before = Y.encodeStateVector(doc);
  textsOf(doc).get(cardId)?.insert(3, "woord voor woord ");
  textsOf(doc).get(cardId)?.delete(0, 2);
  const edit = Y.encodeStateAsUpdate(doc, before);
  const create = aNote("nog een kaart");
  const place = { op: "place" as const, id: newId(), cardId, lever: "h02", x: 12, y: -5 };
  const presence = { clientId: doc.clientID, clock: 1, state: { card: cardId } };
  return [
    encodeSync("step1", before),
    encodeSync("step2", Y.encodeStateAsUpdate(doc)),
    encodeSync("update", edit),
    encodeTextEdit(newId(), edit),
    encodePresence([presence]),
    encodeCommands([create, place]),
    encodeCommands([{ op: "rewrite", id: newId(), cardId, text: "herschreven" }]),
    encodeReached(1, 3),
  ] as const satisfies readonly Uint8Array[];
}
