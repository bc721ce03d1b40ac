import { type Command, cardsOf, newId, placesOf } from "@hefboom/board";
import type { Joined } from "@hefboom/contract";
import { encodeCommands } from "@hefboom/contract/messages";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";

import { aNote, call, join, send } from "../../support/api.ts";
import { contentOf, readBoard } from "../../support/people/board-reading.ts";
import { Peer } from "../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../support/people/workshop.ts";
import { TestServer } from "../../support/test-server.ts";
import { deletionOf, replicaOf, textIn, typed, updateBy } from "./hostile-updates.ts";

const CARDS = 200;
/** Sockets of the attacker that are open at the same time. */
const AT_ONCE = 25;

let server: TestServer;
let workshop: Workshop;
let cardIds: string[];
let thief: Joined;
let before: unknown;
beforeAll(async () => {
  server = await TestServer.start({ LIMIT_CLIENT_IDS: "1000", LIMIT_BYTES_PER_SECOND: "10000000" });
  workshop = await openWorkshop(server);
  const owner = await join(server, workshop.board.code, { name: "Els", consent: "named" });
  const notes = Array.from({ length: CARDS }, (_, index) => aNote(`kaart ${index}`));
  await send(server, workshop.board.id, owner.token, notes);
  cardIds = notes.map(({ cardId }) => cardId);
  thief = await join(server, workshop.board.code, { name: "Dief" });
  before = await content();
});
afterAll(() => server[Symbol.asyncDispose]());

const content = async () => contentOf(await readBoard(server, workshop.board.id, workshop.lead));

/** What an update may try to do to another's card; each is tried on its share of the cards. */
const byUpdate: ((doc: Y.Doc, cardId: string) => Uint8Array)[] = [
  (doc, cardId) => typed(doc, cardId, "bekrast "),
  (doc, cardId) => updateBy(doc, () => textIn(doc, cardId).delete(0, textIn(doc, cardId).length)),
  (doc, cardId) => updateBy(doc, () => cardsOf(doc).delete(cardId)),
  (doc, cardId) => updateBy(doc, () => placesOf(doc).set(cardId, { lever: "h02", order: "a0" })),
  (doc, cardId) =>
    updateBy(doc, () => cardsOf(doc).set(cardId, { kind: "note", author: thief.participantId })),
  (doc, cardId) =>
    updateBy(doc, () => doc.getMap<Y.Text>("texts").set(cardId, new Y.Text("vervangen"))),
  (doc) => updateBy(doc, () => cardsOf(doc).set(newId(), { kind: "note" })),
  (doc, cardId) => {
    const first = textIn(doc, cardId)._start;
    if (first === null) throw new Error("every card has words");
    return deletionOf(first.id.client, first.id.clock, 3);
  },
  (doc) => updateBy(doc, () => doc.getMap("meta").set("locks", { board: true, levers: [] })),
  (doc, cardId) =>
    updateBy(doc, () => doc.getMap("people").set(thief.participantId, { name: cardId, hue: 1 })),
];

it("C01 by update: none of 200 cards is lost, forged, stolen or defaced", async () => {
  const codes = new Map<number, number>();

  for (let start = 0; start < CARDS; start += AT_ONCE) {
    await Promise.all(
      cardIds.slice(start, start + AT_ONCE).map(async (cardId, index) => {
        const attack = byUpdate[(start + index) % byUpdate.length];
        using peer = new Peer(server, workshop.board.id, thief.token);
        await peer.synced();
        peer.sendUpdate(attack?.(replicaOf(peer.doc), cardId) ?? Uint8Array.of());
        const code = await peer.closed();
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }),
    );
  }

  expect([...codes]).toEqual([[4403, CARDS]]);
  expect(await content()).toEqual(before);
});

/** What a command may try to do to another's card. */
const byCommand = (cardId: string): Command[] => [
  { op: "place", id: newId(), cardId, lever: "h02" },
  { op: "place", id: newId(), cardId, lever: null, x: 1, y: 1 },
  { op: "rewrite", id: newId(), cardId, text: "bekrast" },
  { op: "delete", id: newId(), cardId },
  { ...aNote("in andermans plaats"), cardId },
];
const outcomes = (answers: Iterable<object>) =>
  new Set([...answers].map((answer) => ("refused" in answer ? answer.refused : "saved")));

it("C02 by command on a socket: none of 200 cards is lost, forged, stolen or defaced", async () => {
  const commands = cardIds.flatMap(byCommand);
  using peer = new Peer(server, workshop.board.id, thief.token, { mode: "own" });
  await peer.synced();

  for (let start = 0; start < commands.length; start += 500) {
    peer.sendCommands(commands.slice(start, start + 500));
  }
  for (const { id } of commands) await peer.answered(id);

  expect(outcomes(peer.answers.values())).toEqual(new Set(["not-allowed", "id-in-use"]));
  expect(peer.closeCode).toBeUndefined();
  expect(await content()).toEqual(before);
});

it("C03 by HTTP: none of 200 cards is lost, forged, stolen or defaced", async () => {
  const commands = cardIds.flatMap(byCommand);

  const answers: object[] = [];
  for (let start = 0; start < commands.length; start += 500) {
    const some = commands.slice(start, start + 500);
    answers.push(...(await send(server, workshop.board.id, thief.token, some)));
  }
  const path = `/api/boards/${workshop.board.id}`;
  const others = await Promise.all([
    call(server, `${path}/export?format=csv`, { token: thief.token }),
    call(server, `${path}/keys`, { token: thief.token, body: { role: "facilitator" } }),
    call(server, path, { token: thief.token, method: "DELETE" }),
    call(server, `${path}/essay`, {
      token: thief.token,
      method: "PUT",
      body: "# Nieuw",
      headers: { "content-type": "text/markdown" },
    }),
  ]);

  expect(outcomes(answers)).toEqual(new Set(["not-allowed", "id-in-use"]));
  for (const { status } of others) expect([401, 403]).toContain(status);
  expect(await content()).toEqual(before);
});

it("C04 a viewer reads, and its first update is closed 4403, its first command refused", async () => {
  const { board } = workshop;
  const body = { key: board.viewerKey, boardId: board.id };
  const session = await call(server, "/api/sessions", { body });
  const { token } = (await session.json()) as { token: string }; // the contract's form
  using reader = new Peer(server, board.id, token);
  await reader.synced();
  const note = aNote("van de muur");
  const own = replicaOf(reader.doc);

  reader.sendCommands([note]);
  const bySocket = await reader.answered(note.id);
  const [byHttp] = await send(server, board.id, token, [aNote("van de muur")]);
  reader.sendUpdate(typed(own, cardIds[0] ?? "", "x"));

  expect(contentOf(reader.doc)).toEqual(before);
  expect([bySocket, byHttp]).toMatchObject([
    { refused: "not-allowed" },
    { refused: "not-allowed" },
  ]);
  expect(await reader.closed()).toBe(4403);
  expect(await content()).toEqual(before);
});

it("C04 with a bad credential nobody gets a byte of the board", async () => {
  const { board } = workshop;
  const other = await openWorkshop(server);
  const stranger = await join(server, other.board.code);
  const credentials = ["", "x", "a".repeat(43), stranger.token, other.lead, board.viewerKey];

  for (const token of credentials) {
    for (const mode of ["stock", "own"] as const) {
      using peer = new Peer(server, board.id, token, { mode });
      expect(await peer.closed()).toBe(4401);
      peer.send(encodeCommands([aNote("x")]));
      expect(peer.heardBytes).toBe(0);
    }
    for (const path of ["state", "essay", "export?format=json", ""]) {
      const answer = await call(server, `/api/boards/${board.id}/${path}`.replace(/\/$/, ""), {
        ...(token === "" ? {} : { token }),
      });
      const text = await answer.text();
      expect([401, 403, 404]).toContain(answer.status);
      expect(text).not.toContain("kaart");
      expect(text.length).toBeLessThan(300);
    }
  }
  expect(await content()).toEqual(before);
});
