import { textsOf } from "@hefboom/board";
import type { Joined } from "@hefboom/contract";
import { expect } from "vitest";
import * as Y from "yjs";

import { aNote, send } from "../../support/api.ts";
import { holdsAll, readBoard } from "../../support/people/board-reading.ts";
import { CountingWriter, lostIn } from "../../support/people/counting-writer.ts";
import { Peer } from "../../support/people/peer.ts";
import { StockClient } from "../../support/people/stock-client.ts";
import { joinMany, openWorkshop, type Workshop } from "../../support/people/workshop.ts";
import type { TestServer } from "../../support/test-server.ts";
import { pause } from "../../support/until.ts";

const WRITERS = 10;
/** Each writer sends one command this often, in ms: 200 a second in all. */
const PACE_MS = 50;
const WATCHERS = 3;
/** The power cut comes at a random moment within this time, in ms. */
const CUT_MS = { from: 300, within: 1_200 };
const BACK_MAX_MS = 5_000;
/** On a machine that does other work too, a start after a power cut may take so many times as long as a quiet one. */
const BACK_MAX_TIMES = 3;

export interface KillFigures {
  /** Cards whose author was told "saved". */
  saved: number;
  /** Longest time from the start of the process to its first answer, in ms. */
  backMs: number;
  /** The same after a clean stop, on the same machine. */
  quietMs: number;
}

/** Kills the server in the middle of 200 edits a second, again and again, and looks for what is gone. */
export async function killRounds(server: TestServer, rounds: number): Promise<KillFigures> {
  const workshop = await openWorkshop(server);
  const people = await joinMany(workshop, WRITERS + 1);
  await server.stop();
  const figures = { saved: 0, backMs: 0, quietMs: await startMs(server) };
  for (let round = 0; round < rounds; round += 1) {
    const { saved, seen } = await loadUntilCut(workshop, people);
    figures.backMs = Math.max(figures.backMs, await startMs(server));
    figures.saved += saved.size;
    const stored = await readBoard(server, workshop.board.id, workshop.lead);
    expect(saved.size).toBeGreaterThan(0);
    expect(lostIn(stored, saved)).toEqual([]);
    expect(seen.map((replica) => holdsAll(stored, replica))).toEqual(seen.map(() => true));
  }
  expect(figures.backMs).toBeLessThan(Math.max(BACK_MAX_MS, BACK_MAX_TIMES * figures.quietMs));
  return figures;
}

async function startMs(server: TestServer): Promise<number> {
  const startedAt = performance.now();
  await server.up();
  return performance.now() - startedAt;
}

interface Evidence {
  saved: Map<string, number>;
  /** What everybody had on the screen when the power went. */
  seen: Y.Doc[];
}

async function loadUntilCut(workshop: Workshop, people: readonly Joined[]): Promise<Evidence> {
  const { server, board, lead } = workshop;
  const [typist, ...others] = people;
  if (typist === undefined) throw new Error("nobody to type");
  await using closing = new AsyncDisposableStack();
  const watchers = Array.from({ length: WATCHERS }, () =>
    closing.use(new Peer(server, board.id, lead)),
  );
  const writers = others.map(({ token }) =>
    closing.use(new CountingWriter(server, board.id, token)),
  );
  const peers = [...watchers, ...writers.map(({ peer }) => peer)];
  const type = await letTypeInto(closing, workshop, typist.token);
  await Promise.all(peers.map((peer) => peer.synced()));
  const writing = setInterval(() => {
    type();
    for (const writer of writers) writer.write();
  }, PACE_MS);

  await pause(CUT_MS.from + Math.random() * CUT_MS.within);
  await server.kill();
  clearInterval(writing);

  await pause(50); // what was on its way to the screens arrives
  const saved = new Map(writers.flatMap((writer) => [...writer.saved()]));
  return { saved, seen: peers.map(({ doc }) => copyOf(doc)) };
}

/** A stock client that types one letter at each call. */
async function letTypeInto(
  closing: AsyncDisposableStack,
  { server, board }: Workshop,
  token: string,
): Promise<() => void> {
  const note = aNote("getypt");
  await send(server, board.id, token, [note]);
  const client = closing.use(new StockClient(server, board.id, token));
  await client.synced();
  return () => textsOf(client.doc).get(note.cardId)?.insert(0, "x");
}

/** The replica as it is now; the one it is copied from goes with its socket. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
