import { type Command, newId, readCards } from "@hefboom/board";
import type { Joined } from "@hefboom/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";

import { aNote, call, join, send } from "../../support/api.ts";
import { readBoard } from "../../support/people/board-reading.ts";
import { Peer } from "../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../support/people/workshop.ts";
import { TestServer } from "../../support/test-server.ts";
import { until } from "../../support/until.ts";

const NAMES = ["Els", "Jan", "Noor", "Bram"];
const CARDS_EACH = 8;

let server: TestServer;
let workshop: Workshop;
let people: Joined[];
/** A participant who looks at everything they are sent, as our client and as a stock one. */
let curious: { own: Peer; stock: Peer };
beforeAll(async () => {
  server = await TestServer.start();
  workshop = await openWorkshop(server, { authors: "hidden", plan: "standard" });
  const { code, id } = workshop.board;
  people = await Promise.all(NAMES.map((name) => join(server, code, { name, consent: "named" })));
  const { token } = await join(server, code, { name: "Nieuwsgierig", consent: "named" });
  curious = {
    own: new Peer(server, id, token, { mode: "own" }),
    stock: new Peer(server, id, token),
  };
  await Promise.all([curious.own.synced(), curious.stock.synced()]);
});
afterAll(async () => {
  curious.own[Symbol.dispose]();
  curious.stock[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const lead = (command: Command) => send(server, workshop.board.id, workshop.lead, [command]);
async function goTo(to: string): Promise<void> {
  const doc = await readBoard(server, workshop.board.id, workshop.lead);
  const { seq } = doc.getMap("meta").get("phase") as { seq: number }; // the server's own
  await lead({ op: "phase", id: newId(), to, seq });
}

it("E02 authors hidden: no clientID, presence, time, order or export ties a card to a person", async () => {
  await goTo("write");
  const written: { person: string; cardId: string }[] = [];
  for (const [index, { participantId, token }] of people.entries()) {
    const notes = Array.from({ length: CARDS_EACH }, () => aNote(`woorden ${index}`, "h04"));
    await send(server, workshop.board.id, token, notes);
    written.push(...notes.map(({ cardId }) => ({ person: participantId, cardId })));
  }
  await goTo("reveal");
  const isThere = () => readCards(curious.own.doc).length === written.length;
  await until(isThere, "all cards at the curious one");

  const doc = await readBoard(server, workshop.board.id, workshop.lead);
  const everything = JSON.stringify([
    doc.toJSON(),
    curious.own.doc.toJSON(),
    curious.own.asides,
    [...curious.own.presence.values(), ...curious.stock.presence.values()],
  ]);
  for (const { participantId } of people) expect(everything).not.toContain(participantId);
  for (const name of NAMES) expect(everything).not.toContain(name);
  for (const card of readCards(doc))
    expect(Object.keys(card).sort()).toEqual(["id", "kind", "place", "text"]);
  expect(clientsOf(doc).size).toBeLessThanOrEqual(2); // the server's own: when it made the board, and its room
  expect(
    isOrderByWriting(
      readCards(doc).map(({ id }) => id),
      written,
    ),
  ).toBe(false);
  expect(
    curious.own.asides.filter(({ cards = [], gone = [] }) => cards.length + gone.length > 0),
  ).toEqual([]);
});

it("E02 authors hidden: nobody types into texts, says where they are, or exports who wrote what", async () => {
  const { own } = curious;
  own.sendPresence([
    { clientId: 77, clock: 1, state: { card: "c".repeat(20), cursor: { x: 1, y: 1 } } },
  ]);
  const [els] = people;
  const [card] = readCards(own.doc);
  const typed = Y.encodeStateAsUpdate(own.doc);
  own.sendUpdate(typed, "e".repeat(20));
  await own.answered("e".repeat(20));
  for (const format of ["csv", "json", "md"]) {
    const path = `/api/boards/${workshop.board.id}/export?format=${format}`;
    const asParticipant = await call(server, path, { token: els?.token ?? "" });
    const text = await (await call(server, path, { token: workshop.lead })).text();

    expect(asParticipant.status).toBe(403);
    expect(text).toContain("woorden 0");
    for (const name of NAMES) expect(text).not.toContain(name);
    for (const { participantId } of people) expect(text).not.toContain(participantId);
  }
  expect(card).toBeDefined();
  expect([...own.presence.values()].some((state) => state !== null && "card" in state)).toBe(false);
});

/** Yjs clientIDs that wrote anything that is still there. */
function clientsOf(doc: Y.Doc): Set<number> {
  return new Set(
    [...doc.store.clients].filter(([, structs]) => structs.length > 0).map(([id]) => id),
  );
}

/** Whether each person's cards lie together, in the order in which people wrote. */
function isOrderByWriting(
  order: readonly string[],
  written: readonly { cardId: string }[],
): boolean {
  return written.every(({ cardId }, index) => order[index] === cardId);
}
