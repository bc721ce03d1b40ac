import { newId } from "@hefboom/board";
import { closeCode, encodeCommands } from "@hefboom/contract/messages";
import { expect, test } from "@playwright/test";
import type * as Y from "yjs";

import { aNote, facilitatorToken, join, makeBoard, send } from "../support/api.ts";
import { StockClient } from "../support/people/stock-client.ts";
import { TestServer } from "../support/test-server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const textOf = (client: StockClient, cardId: string) =>
  client.doc.getMap<Y.Text>("texts").get(cardId);

test("a stock provider reads the whole board and sees it live", async () => {
  const board = await makeBoard(server);
  const person = await join(server, board.code);
  const [first, second] = [aNote("eerst"), aNote("later", "h11")];
  await send(server, board.id, person.token, [first]);
  using client = new StockClient(server, board.id, person.token);
  await client.synced();

  const before = textOf(client, first.cardId)?.toString();
  await send(server, board.id, person.token, [second]);

  expect(before).toBe("eerst");
  expect(client.doc.getMap("levers").size).toBe(11);
  await expect.poll(() => textOf(client, second.cardId)?.toString()).toBe("later");
});

test("it edits a text it may, and another stock client sees the letters", async () => {
  const board = await makeBoard(server);
  const person = await join(server, board.code);
  const note = aNote("een bankje");
  await send(server, board.id, person.token, [note]);
  using author = new StockClient(server, board.id, person.token);
  using facilitator = new StockClient(server, board.id, await facilitatorToken(server, board));
  await Promise.all([author.synced(), facilitator.synced()]);

  textOf(author, note.cardId)?.insert(0, "Graag ");
  textOf(facilitator, note.cardId)?.insert(10, "!");

  const texts = () =>
    [author, facilitator].map((client) => textOf(client, note.cardId)?.toString());
  await expect.poll(texts).toEqual(["Graag een bankje!", "Graag een bankje!"]);
  expect([...author.closes, ...facilitator.closes]).toEqual([]);
});

test("it is closed 4403 when it touches anything else, and nothing changes", async () => {
  const board = await makeBoard(server);
  const owner = await join(server, board.code);
  const thief = await join(server, board.code);
  const note = aNote("blijf af");
  await send(server, board.id, owner.token, [note]);
  const attacks = [
    (client: StockClient) => textOf(client, note.cardId)?.delete(0, 5),
    (client: StockClient) => client.doc.getMap("cards").delete(note.cardId),
    (client: StockClient) => client.doc.getMap("meta").set("phase", { id: "open" }),
    (client: StockClient) => client.doc.getText("elsewhere").insert(0, "x"),
  ];

  for (const attack of attacks) {
    using client = new StockClient(server, board.id, thief.token);
    await client.synced();
    attack(client);
    await expect.poll(() => client.closes).toEqual([closeCode.notAllowed]);
  }

  using witness = new StockClient(server, board.id, owner.token);
  await witness.synced();
  expect(textOf(witness, note.cardId)?.toString()).toBe("blijf af");
  expect(witness.doc.getMap("cards").has(note.cardId)).toBe(true);
});

test("a bad token, an unknown board and an ill-formed one are all closed 4401", async () => {
  const board = await makeBoard(server);
  const person = await join(server, board.code);
  const doors: [string, string][] = [
    [board.id, "nonsense"],
    [newId(), person.token],
    ["..%2f..%2fetc", person.token],
  ];

  for (const [boardId, token] of doors) {
    using client = new StockClient(server, boardId, token);
    await expect.poll(() => client.closes).toEqual([closeCode.noAccess]);
    expect(client.doc.store.clients.size).toBe(0);
  }
});

test("commands by HTTP and by message type 4 are judged alike", async () => {
  const board = await makeBoard(server);
  const owner = await join(server, board.code);
  const thief = await join(server, board.code);
  const note = aNote("van mij");
  const [mine] = await send(server, board.id, owner.token, [note]);
  const theft = () => ({ op: "delete", id: newId(), cardId: note.cardId }) as const;
  const [byHttp] = await send(server, board.id, thief.token, [theft()]);
  using client = new StockClient(server, board.id, thief.token);
  await client.synced();
  const answers: unknown[] = [];
  client.provider.messageHandlers[4] = (_encoder, decoder) => {
    const length = decoder.arr.byteLength - decoder.pos;
    answers.push(new TextDecoder().decode(decoder.arr.slice(decoder.pos, decoder.pos + length)));
    decoder.pos = decoder.arr.byteLength;
  };
  const own = aNote("ook via de socket");

  client.provider.ws?.send(new Uint8Array(encodeCommands([theft(), own])));

  expect(mine).toMatchObject({ saved: true });
  expect(byHttp).toMatchObject({ refused: "not-allowed" });
  await expect.poll(() => answers.join()).toContain('"refused":"not-allowed"');
  expect(answers.join()).toContain(`{"id":"${own.id}","saved":true}`);
  await expect.poll(() => textOf(client, own.cardId)?.toString()).toBe("ook via de socket");
  expect(client.closes).toEqual([]);
});

test("kill -9 loses nothing that was answered saved or that others saw", async () => {
  const board = await makeBoard(server);
  const person = await join(server, board.code);
  using watcher = new StockClient(server, board.id, person.token);
  await watcher.synced();
  const notes = Array.from({ length: 40 }, (_, index) => aNote(`notitie ${index}`));
  const saved: string[] = [];
  const sending = notes.map(async (note) => {
    const answers = await send(server, board.id, person.token, [note]).catch(() => []);
    for (const answer of answers) if (answer.saved) saved.push(note.cardId);
  });
  const seen = () => [...watcher.doc.getMap("cards").keys()];
  await expect.poll(() => Math.min(saved.length, seen().length)).toBeGreaterThan(5);

  await server.kill();
  await Promise.all(sending);
  const kept = new Set([...saved, ...seen()]);
  await server.up();

  using client = new StockClient(server, board.id, person.token);
  await client.synced();
  const stored = [...client.doc.getMap("cards").keys()];
  expect([...kept].filter((cardId) => !stored.includes(cardId))).toEqual([]);
});
