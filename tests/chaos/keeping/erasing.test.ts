import { expect, it } from "vitest";

import { aNote, call, facilitatorToken, join, makeBoard, send } from "../../support/api.ts";
import { Peer } from "../../support/people/peer.ts";
import { filesWith } from "../../support/search-folder.ts";
import { TestServer } from "../../support/test-server.ts";
import { erase } from "./erase.ts";

/** Words that stand nowhere else. */
const WORDS = ["wolkenkrabberwens", "regenboogreden", "kattenkwaadkans", "Annabellina"];

async function foundIn(server: TestServer): Promise<string[]> {
  const found = await Promise.all(WORDS.map((word) => filesWith(server.dataDir, word)));
  return found.flat();
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
