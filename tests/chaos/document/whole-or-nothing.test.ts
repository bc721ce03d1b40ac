import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";

import { aNote, join, send } from "../../support/api.ts";
import { contentOf, holdsAll, readBoard } from "../../support/people/board-reading.ts";
import { Peer } from "../../support/people/peer.ts";
import { openWorkshop } from "../../support/people/workshop.ts";
import { TestServer } from "../../support/test-server.ts";
import { replicaOf, textIn, typed, updateBy } from "./hostile-updates.ts";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

/** Updates that lack something, each made from what the attacker knows of a card of its own. */
const incomplete: Record<string, (replica: Y.Doc, cardId: string) => Uint8Array> = {
  "letters after letters that were never sent": (replica, cardId) => {
    typed(replica, cardId, "nooit verstuurd");
    return updateBy(replica, () => textIn(replica, cardId).insert(3, "x"));
  },
  "letters whose left neighbour nobody knows": (replica, cardId) => {
    const other = replicaOf(replica, 77);
    Y.applyUpdate(replica, typed(other, cardId, "onbekend"));
    return updateBy(replica, () => textIn(replica, cardId).insert(8, "x"));
  },
  "a deletion of letters that nobody knows": (replica, cardId) => {
    typed(replica, cardId, "nooit verstuurd");
    return updateBy(replica, () => textIn(replica, cardId).delete(0, 4));
  },
};

it("B01 an update with unmet dependencies is refused whole, and memory, peers, joiners and store agree", async () => {
  const workshop = await openWorkshop(server);
  const person = await join(server, workshop.board.code);
  const note = aNote("een eigen kaart");
  await send(server, workshop.board.id, person.token, [note]);
  using watcher = new Peer(server, workshop.board.id, workshop.lead);
  await watcher.synced();
  const before = contentOf(watcher.doc);

  for (const make of Object.values(incomplete)) {
    using attacker = new Peer(server, workshop.board.id, person.token);
    await attacker.synced();
    attacker.sendUpdate(make(replicaOf(attacker.doc), note.cardId));
    expect([4400, 4403]).toContain(await attacker.closed());
  }

  await expectUnchanged(workshop, watcher, before);
});

it("B05 an update cut in the middle is refused whole, wherever it is cut", async () => {
  const workshop = await openWorkshop(server);
  const person = await join(server, workshop.board.code);
  const note = aNote("een eigen kaart");
  await send(server, workshop.board.id, person.token, [note]);
  using watcher = new Peer(server, workshop.board.id, workshop.lead);
  await watcher.synced();
  const before = contentOf(watcher.doc);
  const whole = typed(replicaOf(watcher.doc), note.cardId, "afgebroken");
  const cuts = Array.from({ length: whole.byteLength - SHORTEST }, (_, index) => SHORTEST + index);

  const codes = await Promise.all(
    cuts.map(async (length) => {
      using attacker = new Peer(server, workshop.board.id, person.token);
      await attacker.synced();
      attacker.sendUpdate(whole.slice(0, length));
      return await attacker.closed();
    }),
  );

  expect(new Set(codes)).toEqual(new Set([4400]));
  await expectUnchanged(workshop, watcher, before);
});

/** Two bytes or less can hold no write, and are taken for what a replica without anything of its own says. */
const SHORTEST = 3;

/** Memory, peers and joiners, and after a power cut the store, all hold what was there before. */
async function expectUnchanged(
  { board, lead }: Awaited<ReturnType<typeof openWorkshop>>,
  watcher: Peer,
  before: unknown,
): Promise<void> {
  using joiner = new Peer(server, board.id, lead);
  await joiner.synced();
  expect(watcher.heardUpdates).toBe(0);
  expect(contentOf(joiner.doc)).toEqual(before);
  await server.kill();
  await server.up();
  const stored = await readBoard(server, board.id, lead);
  expect(contentOf(stored)).toEqual(before);
  expect(holdsAll(stored, joiner.doc) && holdsAll(joiner.doc, stored)).toBe(true);
}
