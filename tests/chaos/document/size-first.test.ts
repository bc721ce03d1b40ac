import { randomBytes } from "node:crypto";
import { newId } from "@hefboom/board";
import { encodeCommands, encodeSync } from "@hefboom/contract/messages";
import { afterAll, beforeAll, expect, it } from "vitest";
import type * as Y from "yjs";

import { aNote, join, send } from "../../support/api.ts";
import { contentOf } from "../../support/people/board-reading.ts";
import { Peer } from "../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../support/people/workshop.ts";
import { longestBlockMs } from "../../support/process/metrics.ts";
import { TestServer } from "../../support/test-server.ts";
import { replicaOf, textIn, updateBy, varUints } from "./hostile-updates.ts";

const BLOCK_MAX_MS = 50;

let server: TestServer;
let workshop: Workshop;
beforeAll(async () => {
  server = await TestServer.start({ LIMIT_BYTES_PER_SECOND: "100000000" });
  workshop = await openWorkshop(server);
});
afterAll(() => server[Symbol.asyncDispose]());

/** Messages within the frame's limit that would cost a careless server most, and the codes they may be closed with. */
const heavy: Record<string, { codes: number[]; make: (cardId: string, doc: Y.Doc) => Uint8Array }> =
  {
    "an update of 200 kB in one text": {
      codes: [4409],
      make: (cardId, doc) =>
        encodeSync(
          "update",
          updateBy(doc, () => textIn(doc, cardId).insert(0, "x".repeat(200_000))),
        ),
    },
    "15,000 structs of one letter each": {
      codes: [4409],
      make: (cardId, doc) => {
        const text = textIn(doc, cardId);
        const update = updateBy(doc, () => {
          // At the start each time: no two of them can be merged into one struct.
          for (let letter = 0; letter < 15_000; letter += 1) text.insert(0, "x");
        });
        return encodeSync("update", update);
      },
    },
    "an update of random bytes": {
      codes: [4400, 4403, 4409],
      make: () => encodeSync("update", randomBytes(250_000)),
    },
    "a delete set of 60,000 ranges": {
      codes: [4400, 4403, 4409],
      make: (_cardId, doc) => encodeSync("update", manyRanges(doc.clientID + 1)),
    },
    "a state vector of 40,000 clients": {
      codes: [],
      make: () => encodeSync("step1", manyClients()),
    },
    "500 commands that are refused": { codes: [], make: refusedCommands },
  };

it.each(Object.entries(heavy))(
  "B02 one message never holds the others up for over 50 ms: %s",
  async (_name, { codes, make }) => {
    const person = await join(server, workshop.board.code);
    const note = aNote("zwaar");
    await send(server, workshop.board.id, person.token, [note]);
    using watcher = new Peer(server, workshop.board.id, workshop.lead);
    await watcher.synced();
    const before = contentOf(watcher.doc);
    const message = make(note.cardId, replicaOf(watcher.doc));

    const seen: number[] = [];
    const blockMs = await longestBlockMs(server, async () => {
      using attacker = new Peer(server, workshop.board.id, person.token);
      await attacker.synced();
      attacker.send(message);
      if (codes.length > 0) seen.push(await attacker.closed());
      else await fetch(`${server.origin}/healthz`);
    });

    for (const code of seen) expect(codes).toContain(code);
    expect(blockMs).toBeLessThan(BLOCK_MAX_MS);
    expect(contentOf(watcher.doc)).toEqual(before);
  },
);

/** A delete set alone, whose ranges lie apart, of a client that nobody knows. */
function manyRanges(clientId: number): Uint8Array {
  const ranges = Array.from({ length: 60_000 }, (_, index) => [index * 2, 1]);
  return varUints([0, 1, clientId, ranges.length, ...ranges.flat()]);
}

/** A state vector of clients that nobody knows. */
function manyClients(): Uint8Array {
  const clients = Array.from({ length: 40_000 }, (_, index) => [index + 1, 1]);
  return varUints([clients.length, ...clients.flat()]);
}

function refusedCommands(): Uint8Array {
  const text = "x".repeat(300);
  return encodeCommands(
    Array.from({ length: 500 }, () => ({ op: "rewrite", id: newId(), cardId: newId(), text })),
  );
}
