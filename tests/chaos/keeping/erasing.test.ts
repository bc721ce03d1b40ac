import { newId } from "@hefboom/board";
import type { MadeKey, StartedSession } from "@hefboom/contract";
import { expect, it } from "vitest";

import { aNote, call, facilitatorToken, join, makeBoard, send } from "../../support/api.ts";
import { Peer } from "../../support/people/peer.ts";
import { filesWith } from "../../support/search-folder.ts";
import { TestServer } from "../../support/test-server.ts";
import { clearRehearsal, erase } from "./erase.ts";

/** Words that stand nowhere else. */
const WORDS = ["wolkenkrabberwens", "regenboogreden", "kattenkwaadkans", "Annabellina"];

async function foundIn(server: TestServer, words = WORDS): Promise<string[]> {
  const found = await Promise.all(words.map((word) => filesWith(server.dataDir, word)));
  return found.flat();
}

async function scribeToken(server: TestServer, boardId: string, lead: string): Promise<string> {
  const keys = { token: lead, body: { role: "scribe" } };
  const made = await call(server, `/api/boards/${boardId}/keys`, keys);
  // So `madeKeySchema` and `startedSessionSchema` have them; a test with another answer fails.
  const { key } = (await made.json()) as MadeKey;
  const session = await call(server, "/api/sessions", { body: { key } });
  return ((await session.json()) as StartedSession).token;
}

it("erases a participant to the last byte: board, log, bin, tables and journal, also over a restart", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const ann = await join(server, board.code, { name: "Annabellina", consent: "named" });
  const bob = await join(server, board.code);
  const [kept, binned, rewritten] = [aNote("wolkenkrabberwens"), aNote("x"), aNote("y")];
  await send(server, board.id, ann.token, [kept, { ...binned, text: "regenboogreden" }]);
  await send(server, board.id, ann.token, [
    { op: "delete", id: aNote("").id, cardId: binned.cardId },
    { ...rewritten, text: "kattenkwaadkans" },
    { op: "rewrite", id: aNote("").id, cardId: rewritten.cardId, text: "iets anders" },
  ]);
  const other = aNote("Van Bob, en dat blijft");
  await send(server, board.id, bob.token, [other]);
  expect(await foundIn(server)).not.toEqual([]);

  const path = `/api/boards/${board.id}/participants/${ann.participantId}`;
  const status = await erase(server, path, ann.token);

  expect(status).toBe(202);
  expect(await foundIn(server)).toEqual([]);
  await server.kill();
  await server.up();
  expect(await foundIn(server)).toEqual([]);
  using newcomer = new Peer(server, board.id, bob.token);
  await newcomer.synced();
  const texts = [...newcomer.doc.getMap("texts").values()].map(String);
  expect(texts).toEqual(["Van Bob, en dat blijft"]);
  const again = await send(server, board.id, bob.token, [aNote("En het gaat door")]);
  expect(again).toMatchObject([{ saved: true }]);
});

it("erases what is held beside the board: drafts, hidden cards, and the bin with drafts in it", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server, { plan: "standard" });
  const lead = await facilitatorToken(server, board);
  const [ann, bob] = [await join(server, board.code), await join(server, board.code)];
  const to = async (phase: string, seq: number) =>
    send(server, board.id, lead, [{ op: "phase", id: newId(), to: phase, seq }]);
  const [hidden, draft, binned] = WORDS.map((word) => aNote(word));
  if (hidden === undefined || draft === undefined || binned === undefined) throw new Error("words");
  await to("discuss", 0);
  await send(server, board.id, ann.token, [hidden]);
  await send(server, board.id, lead, [{ op: "hide", id: newId(), cardId: hidden.cardId }]);
  await to("write", 1);
  await send(server, board.id, ann.token, [draft, binned]);
  await send(server, board.id, ann.token, [{ op: "delete", id: newId(), cardId: binned.cardId }]);
  await send(server, board.id, bob.token, [aNote("Van Bob, nog een ontwerp")]);
  expect(await foundIn(server)).not.toEqual([]);

  await erase(server, `/api/boards/${board.id}/participants/${ann.participantId}`, lead);

  expect(await foundIn(server)).toEqual([]);
  await server.kill();
  await server.up();
  expect(await foundIn(server)).toEqual([]);
  await to("reveal", 2);
  using newcomer = new Peer(server, board.id, bob.token);
  await newcomer.synced();
  const texts = [...newcomer.doc.getMap("texts").values()].map(String);
  expect(texts).toEqual(["Van Bob, nog een ontwerp"]);
});

it("clears a rehearsal to the last byte, also over a restart, and the workshop begins on the same board", async () => {
  await using server = await TestServer.start();
  const words = [...WORDS, "tafeltoverkracht", "samensmeltsel"];
  const board = await makeBoard(server, { plan: "standard" });
  const lead = await facilitatorToken(server, board);
  const ann = await join(server, board.code, { name: "Annabellina", consent: "named" });
  const scribe = await scribeToken(server, board.id, lead);
  const [shown, binned, draft] = WORDS.map((word) => aNote(word));
  if (shown === undefined || binned === undefined || draft === undefined) throw new Error("words");
  const clusterId = newId();
  await send(server, board.id, lead, [shown, binned]);
  await send(server, board.id, lead, [
    { op: "delete", id: newId(), cardId: binned.cardId },
    { op: "cluster", id: newId(), clusterId, title: "samensmeltsel", members: [shown.cardId] },
    { op: "phase", id: newId(), to: "write", seq: 0 },
  ]);
  await send(server, board.id, ann.token, [draft]);
  await send(server, board.id, lead, [{ op: "phase", id: newId(), to: "vote", seq: 1 }]);
  await send(server, board.id, scribe, [
    { op: "vote", id: newId(), target: shown.cardId, dots: 1, voter: "tafeltoverkracht" },
  ]);
  for (const word of words) expect(await filesWith(server.dataDir, word)).not.toEqual([]);

  const status = await clearRehearsal(server, board.id, lead);

  expect(status).toBe(202);
  expect(await foundIn(server, words)).toEqual([]);
  await server.kill();
  await server.up();
  expect(await foundIn(server, words)).toEqual([]);
  expect((await call(server, `/api/boards/${board.id}/me`, { token: ann.token })).status).toBe(401);
  const bob = await join(server, board.code);
  using newcomer = new Peer(server, board.id, bob.token);
  await newcomer.synced();
  expect(newcomer.doc.getMap("texts").size).toBe(0);
  await send(server, board.id, lead, [{ op: "phase", id: newId(), to: "discuss", seq: 3 }]);
  expect(await send(server, board.id, bob.token, [aNote("Nu echt")])).toMatchObject([
    { saved: true },
  ]);
});

it("sends the people of a rehearsal away for good, and who leads to take the state again", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const ann = await join(server, board.code);
  const lead = await facilitatorToken(server, board);
  using annsPhone = new Peer(server, board.id, ann.token, { mode: "own" });
  using laptop = new Peer(server, board.id, lead, { mode: "own" });
  await Promise.all([annsPhone.synced(), laptop.synced()]);

  await clearRehearsal(server, board.id, lead);

  expect(await annsPhone.closed()).toBe(4401);
  expect(await laptop.closed()).toBe(4410);
  const state = await call(server, `/api/boards/${board.id}/state`, { token: lead });
  expect(state.headers.get("x-board-epoch")).toBe("2");
});

it("sends our clients away to take the state again, and the erased person for good", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const [ann, bob] = [await join(server, board.code), await join(server, board.code)];
  using annsPhone = new Peer(server, board.id, ann.token, { mode: "own" });
  using bobsPhone = new Peer(server, board.id, bob.token, { mode: "own" });
  await Promise.all([annsPhone.synced(), bobsPhone.synced()]);
  const lead = await facilitatorToken(server, board);

  const path = `/api/boards/${board.id}/participants/${ann.participantId}`;
  const forbidden = await call(server, path, { method: "DELETE", token: bob.token });
  await call(server, path, { method: "DELETE", token: lead });

  expect(forbidden.status).toBe(403);
  expect(await annsPhone.closed()).toBe(4401);
  expect(await bobsPhone.closed()).toBe(4410);
  const state = await call(server, `/api/boards/${board.id}/state`, { token: bob.token });
  expect(state.headers.get("x-board-epoch")).toBe("2");
  const gone = await call(server, `/api/boards/${board.id}/state`, { token: ann.token });
  expect(gone.status).toBe(401);
});

it("erases one card, also its earlier texts, and leaves the others of that person", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const ann = await join(server, board.code);
  const gone = aNote("wolkenkrabberwens");
  await send(server, board.id, ann.token, [gone, aNote("Dit mag blijven")]);

  await erase(server, `/api/boards/${board.id}/cards/${gone.cardId}`, ann.token);

  expect(await foundIn(server)).toEqual([]);
  expect(await filesWith(server.dataDir, "Dit mag blijven")).toEqual([]); // it is compressed now
  using newcomer = new Peer(server, board.id, ann.token);
  await newcomer.synced();
  expect([...newcomer.doc.getMap("texts").values()].map(String)).toEqual(["Dit mag blijven"]);
});
