import { aCreate, anActor } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { aSession, FakeServer } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Long enough for a try to connect again. */
const settle = () => vi.advanceTimersByTimeAsync(3_000);
const els = anActor();

it("brings a card back that was deleted before it was ever sent", async () => {
  const server = new FakeServer();
  server.isDown = true;
  await using session = aSession(server, { actor: els });
  const cardId = session.create({ kind: "note", text: "Zonder bereik", lever: "h01" });
  session.remove(cardId);
  await settle();
  const deleted = session.view.cards.get(cardId);

  session.restore(cardId);
  await settle();
  const restored = session.view.cards.get(cardId);
  server.isDown = false;
  session.wake();
  await settle();

  expect(deleted).toBeUndefined();
  expect(restored).toMatchObject({ text: "Zonder bereik", saving: "on-device" });
  expect(session.view.cards.get(cardId)).toMatchObject({ text: "Zonder bereik", saving: "saved" });
  expect(session.view.drawer).toEqual([]);
});

it("brings a card back with what was done to it unsent", async () => {
  const server = new FakeServer();
  const create = aCreate({ text: "Een bankje" });
  const { cardId } = create;
  server.board.do(els, create);
  await using session = aSession(server, { actor: els });
  await settle();
  server.isDown = true;
  server.drop();
  session.place(cardId, { lever: "h02" });
  session.remove(cardId);

  session.restore(cardId);
  server.isDown = false;
  session.wake();
  await settle();

  expect(session.view.cards.get(cardId)).toMatchObject({
    text: "Een bankje",
    place: { lever: "h02" },
  });
  expect(session.view.drawer).toEqual([]);
});

it("lets a restored card be typed in", async () => {
  const server = new FakeServer();
  const create = aCreate({ text: "Een bankje" });
  const { cardId } = create;
  server.board.do(els, create);
  await using session = aSession(server, { actor: els });
  await settle();
  const before = session.editText(cardId);
  before.change("Een bankje.");
  await settle();
  before.close();
  session.remove(cardId);
  await settle();
  session.restore(cardId);
  await settle();

  const editing = session.editText(cardId);
  editing.change("Twee bankjes.");
  await settle();

  expect(editing.text).toBe("Twee bankjes.");
  expect(session.view.cards.get(cardId)?.text).toBe("Twee bankjes.");
  expect(server.board.doc.getMap("texts").toJSON()[cardId]).toBe("Twee bankjes.");
});

it("keeps what is typed offline in a card that is deleted and brought back meanwhile", async () => {
  const server = new FakeServer();
  const create = aCreate({ text: "Een bankje" });
  const { cardId } = create;
  const facilitator = anActor("facilitator");
  server.board.do(els, create);
  await using session = aSession(server, { actor: els });
  await settle();
  server.isDown = true;
  server.drop();
  session.editText(cardId).change("Een bankje in de zon");
  server.board.do(facilitator, { op: "delete", id: "d".repeat(20), cardId });
  server.board.do(facilitator, { op: "restore", id: "r".repeat(20), cardId });

  server.isDown = false;
  session.wake();
  await settle();

  expect(server.board.doc.getMap("texts").toJSON()[cardId]).toBe("Een bankje in de zon");
  expect(session.view.cards.get(cardId)?.saving).toBe("saved");
});
