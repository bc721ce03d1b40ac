import { newId } from "@hefboom/board";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";

import { aNote, join, send } from "../../support/api.ts";
import { contentOf, readBoard } from "../../support/people/board-reading.ts";
import { Peer } from "../../support/people/peer.ts";
import { StockClient } from "../../support/people/stock-client.ts";
import { openWorkshop } from "../../support/people/workshop.ts";
import { TestServer } from "../../support/test-server.ts";
import { until } from "../../support/until.ts";
import { deletionOf, replicaOf, textIn, typed, updateBy } from "./hostile-updates.ts";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

/** Two people on one board, each with a card of their own. */
async function twoPeople() {
  const workshop = await openWorkshop(server);
  const { board } = workshop;
  const [victim, thief] = [await join(server, board.code), await join(server, board.code)];
  const [theirs, own] = [aNote("van het slachtoffer"), aNote("van de dief")];
  await send(server, board.id, victim.token, [theirs]);
  await send(server, board.id, thief.token, [own]);
  const stored = async (cardId: string) =>
    textIn(await readBoard(server, board.id, workshop.lead), cardId).toString();
  const attack = async (make: (doc: Y.Doc) => Uint8Array) => {
    using peer = new Peer(server, board.id, thief.token);
    await peer.synced();
    peer.sendUpdate(make(peer.doc));
    return await peer.closed();
  };
  return { ...workshop, victim, thief, theirs, own, stored, attack };
}

it("B06 nobody writes under another's clientID: what the victim types next, online and offline, stays", async () => {
  const { board, victim, theirs, own, stored, attack } = await twoPeople();
  using typist = new StockClient(server, board.id, victim.token);
  await typist.synced();
  const text = textIn(typist.doc, theirs.cardId);
  text.insert(0, "een ");
  await until(async () => (await stored(theirs.cardId)).startsWith("een "), "the first word");
  const { clientID } = typist.doc;

  const asVictim = (ahead: number) => (doc: Y.Doc) => {
    const forged = replicaOf(doc);
    forged.clientID = clientID; // only now: Yjs takes another when it hears of its own
    for (let letter = 0; letter < ahead; letter += 1) typed(forged, own.cardId, "x");
    return updateBy(forged, () => textIn(forged, own.cardId).insert(0, "gestolen"));
  };
  const codes = [await attack(asVictim(0)), await attack(asVictim(40))];
  text.insert(4, "twee ");
  await until(async () => (await stored(theirs.cardId)).includes("twee"), "the second word");
  typist.provider.disconnect();
  text.insert(9, "drie ");
  codes.push(await attack(asVictim(0)));
  typist.provider.connect();

  await until(async () => (await stored(theirs.cardId)).includes("drie"), "the third word");
  expect(await stored(theirs.cardId)).toBe("een twee drie van het slachtoffer");
  expect(await stored(own.cardId)).toBe("van de dief");
  for (const code of codes) expect([4400, 4403]).toContain(code);
  expect(typist.closes.filter((code) => code >= 4400)).toEqual([]);
});

it("B06 a clientID that was only announced is taken too", async () => {
  const { board, victim, theirs, own, stored, attack } = await twoPeople();
  using typist = new StockClient(server, board.id, victim.token);
  await typist.synced();
  using witness = new Peer(server, board.id, victim.token);
  await until(() => witness.presence.has(typist.doc.clientID), "the announcement");

  const code = await attack((doc) => {
    const forged = replicaOf(doc, typist.doc.clientID);
    return typed(forged, own.cardId, "gestolen ");
  });
  textIn(typist.doc, theirs.cardId).insert(0, "eerste letters ");

  await until(async () => (await stored(theirs.cardId)).startsWith("eerste"), "the letters");
  expect(code).toBe(4403);
  expect(await stored(own.cardId)).toBe("van de dief");
});

it("B07 nobody deletes what does not exist yet: the victim's next letters stay", async () => {
  const { board, victim, theirs, stored, attack } = await twoPeople();
  using typist = new StockClient(server, board.id, victim.token);
  await typist.synced();
  const text = textIn(typist.doc, theirs.cardId);
  text.insert(0, "een ");
  await until(async () => (await stored(theirs.cardId)).startsWith("een "), "the first word");
  const { clientID } = typist.doc;
  const clock = Y.getState(typist.doc.store, clientID);
  const futures = [
    deletionOf(clientID, clock, 100),
    deletionOf(clientID, clock + 2, 1),
    deletionOf(clientID, 0, 2 ** 31),
    deletionOf(typist.doc.clientID + 1, 0, 100),
  ];

  const codes: number[] = [];
  for (const future of futures) codes.push(await attack(() => future));
  text.insert(4, "twee ");
  typist.provider.disconnect();
  text.insert(9, "drie ");
  typist.provider.connect();

  await until(async () => (await stored(theirs.cardId)).includes("drie"), "all words");
  await server.kill();
  await server.up();
  expect(await stored(theirs.cardId)).toBe("een twee drie van het slachtoffer");
  for (const code of codes) expect([4400, 4403]).toContain(code);
});

/** Things that are no plain letters, each put where only letters belong. */
const nested: Record<string, (doc: Y.Doc, cardId: string) => void> = {
  "a map in a text": (doc, cardId) => textIn(doc, cardId).insertEmbed(0, new Y.Map()),
  "a picture in a text": (doc, cardId) => textIn(doc, cardId).insertEmbed(0, { image: "x" }),
  "a format": (doc, cardId) => textIn(doc, cardId).format(0, 3, { bold: true }),
  "4,000 maps in each other": (doc) => nestMaps(doc.getMap("meta"), 4_000),
  "a subdocument": (doc) => doc.getMap("cards").set(newId(), new Y.Doc()),
  "bytes of its own": (doc) => doc.getMap("places").set(newId(), new Uint8Array(10)),
  "a text of its own": (doc) => doc.getMap("texts").set(newId(), new Y.Text("x")),
  "an array in a new root": (doc) => doc.getArray("elders").push([[[]]]),
};

it("B08 nothing nested gets in, alone or behind legal letters, and the room still opens for joiners", async () => {
  const { board, lead, own, attack } = await twoPeople();
  const before = contentOf(await readBoard(server, board.id, lead));

  const codes: number[] = [];
  for (const put of Object.values(nested)) {
    codes.push(
      await attack((doc) => {
        const replica = replicaOf(doc);
        return updateBy(replica, () => put(replica, own.cardId));
      }),
      await attack((doc) => {
        const [honest, replica] = [replicaOf(doc), replicaOf(doc)];
        const legal = typed(honest, own.cardId, "goed ");
        return Y.mergeUpdates([legal, updateBy(replica, () => put(replica, own.cardId))]);
      }),
    );
  }

  for (const code of codes) expect([4400, 4403, 4409]).toContain(code);
  await server.kill();
  await server.up();
  using joiner = new Peer(server, board.id, lead);
  await joiner.synced();
  expect(contentOf(joiner.doc)).toEqual(before);
});

function nestMaps(root: Y.Map<unknown>, depth: number): void {
  let map = root;
  for (let level = 0; level < depth; level += 1) {
    const inner = new Y.Map<unknown>();
    map.set("x", inner);
    map = inner;
  }
}
