import { afterAll, beforeAll, expect, it } from "vitest";

import { aNote, join, send } from "../../support/api.ts";
import { readBoard } from "../../support/people/board-reading.ts";
import { countingSockets, openOwnClient } from "../../support/people/own-client.ts";
import { openWorkshop } from "../../support/people/workshop.ts";
import { TestServer } from "../../support/test-server.ts";
import { pause, until } from "../../support/until.ts";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

/** How long a client is watched for going round in circles, in ms. */
const WATCHED_MS = 3_000;

it("E03 what is refused stays in the drawer with its reason, all else goes on, and nothing loops", async () => {
  const workshop = await openWorkshop(server);
  const { board, lead } = workshop;
  const [owner, other] = [await join(server, board.code), await join(server, board.code)];
  const [moved, removed, typed] = [aNote("blijf"), aNote("blijf"), aNote("van een ander")];
  await send(server, board.id, owner.token, [moved, removed, typed]);
  const sockets = countingSockets();
  await using client = openOwnClient({
    origin: server.origin,
    boardId: board.id,
    personId: other.participantId,
    token: other.token,
    WebSocket: sockets.WebSocket,
  });
  await until(() => client.view.cards.has(typed.cardId), "the board");

  const first = client.create({ kind: "note", text: "ervoor", lever: "h01" });
  client.place(moved.cardId, { lever: "h02" });
  client.remove(removed.cardId);
  const editing = client.editText(typed.cardId);
  editing.change("met andermans woorden");
  editing.close();
  const tooLong = client.create({ kind: "note", text: "x".repeat(1_001), lever: "h01" });
  const last = client.create({ kind: "note", text: "erna", lever: "h01" });
  await until(() => client.view.pendingCount === 0 && client.view.drawer.length === 4, "answers");
  await pause(WATCHED_MS);

  const drawer = client.view.drawer.map(({ op, refused, text }) => ({ op, refused, text }));
  expect(drawer).toHaveLength(4);
  expect(drawer).toEqual(
    expect.arrayContaining([
      { op: "place", refused: "not-allowed", text: undefined },
      { op: "delete", refused: "not-allowed", text: undefined },
      { op: "edit", refused: "not-allowed", text: "met andermans woorden" },
      { op: "create", refused: "too-long", text: "x".repeat(1_001) },
    ]),
  );
  const stored = await readBoard(server, board.id, lead);
  const theirs = [moved, removed, typed].map(({ cardId }) => cardId);
  expect([...stored.getMap("cards").keys()].sort()).toEqual([first, last, ...theirs].sort());
  expect(stored.getMap("places").toJSON()[moved.cardId]).toMatchObject({ lever: "h01" });
  expect(stored.getMap("texts").toJSON()[typed.cardId]).toBe("van een ander");
  expect(client.view.cards.get(typed.cardId)?.text).toBe("van een ander");
  expect(client.view.cards.has(tooLong)).toBe(false);
  expect(client.view.connection.state).toBe("online");
  expect(sockets.opened()).toBe(1);
});

it("E03 a board that is closed to us for good is not knocked at again", async () => {
  const { board } = await openWorkshop(server);
  const sockets = countingSockets();
  await using client = openOwnClient({
    origin: server.origin,
    boardId: board.id,
    personId: "x".repeat(20),
    token: "geen-geldig-bewijs",
    WebSocket: sockets.WebSocket,
  });

  await until(() => client.view.connection.state === "closed", "the refusal");
  await pause(WATCHED_MS);

  expect(client.view.connection).toEqual({ state: "closed", code: 4401 });
  expect(sockets.opened()).toBe(1);
});
