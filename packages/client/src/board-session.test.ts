import { aBoard, aCreate, anActor } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { BoardSession } from "./board-session.ts";
import { aSession, FakeServer, MemoryStore } from "./testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const note = (text: string, lever: string | null = "h01") =>
  ({ kind: "note", text, lever }) as const;
const textsOn = (session: BoardSession, lever: string | null) =>
  (session.view.cardIdsOn.get(lever) ?? []).map((id) => session.view.cards.get(id)?.text);

it("shows the board as the server has it", async () => {
  const server = new FakeServer();
  const someone = anActor();
  server.board.do(someone, aCreate({ text: "Eerst" }));
  server.board.do(someone, aCreate({ text: "Later" }));
  await using session = aSession(server);

  expect(session.view.isLoaded).toBe(false);
  await settle();

  expect(session.view.isLoaded).toBe(true);
  expect(session.view.connection).toEqual({ state: "online" });
  expect(session.view.levers).toHaveLength(11);
  expect(session.view.cardIdsOn.size).toBe(12);
  expect(textsOn(session, "h01")).toEqual(["Eerst", "Later"]);
});

it("shows a new card at once and marks it saved when the server has stored it", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();

  const cardId = session.create(note("Mijn kaart"));
  await Promise.resolve();
  const before = session.view.cards.get(cardId);
  await settle();
  const after = session.view.cards.get(cardId);

  expect(before).toMatchObject({ text: "Mijn kaart", saving: "on-device", isOwn: true });
  expect(after).toMatchObject({ text: "Mijn kaart", saving: "saved", isOwn: true });
  expect(session.view.pendingCount).toBe(0);
});

it("keeps a card made offline over a reload and sends it once", async () => {
  const server = new FakeServer();
  const actor = anActor();
  const store = new MemoryStore();
  server.isDown = true;
  const before = aSession(server, { actor, store });
  await settle();
  const cardId = before.create(note("Zonder bereik"));
  await settle();
  await before[Symbol.asyncDispose]();

  server.isDown = false;
  await using after = aSession(server, { actor, store });
  await settle();

  expect(after.view.cards.get(cardId)).toMatchObject({ saving: "saved", isOwn: true });
  expect(server.receivedIds).toHaveLength(1);
  expect(store.stored?.pending).toEqual([]);
});

it("does not double a card whose answer was lost", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();
  server.isMute = true;
  session.create(note("Eenmaal"));
  await settle();
  server.isMute = false;
  server.drop();

  await vi.advanceTimersByTimeAsync(3_000);

  expect(server.receivedIds).toHaveLength(2);
  expect(new Set(server.receivedIds).size).toBe(1);
  expect(textsOn(session, "h01")).toEqual(["Eenmaal"]);
  expect(session.view.pendingCount).toBe(0);
});

it("puts a refused card with its words into the drawer and goes on with the rest", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();

  const refusedId = session.create(note("Hier niet", "h99"));
  session.create(note("Hier wel"));
  await settle();

  expect(session.view.cards.has(refusedId)).toBe(false);
  expect(session.view.drawer).toMatchObject([
    { op: "create", cardId: refusedId, refused: "not-found", text: "Hier niet" },
  ]);
  expect(textsOn(session, "h01")).toEqual(["Hier wel"]);
});

it("tries what lies in the drawer again as a new command", async () => {
  const server = new FakeServer();
  server.board.refuse = () => "wrong-phase";
  await using session = aSession(server);
  await settle();
  session.create(note("Nog eens"));
  await settle();
  server.board.refuse = () => undefined;

  session.retry(session.view.drawer[0]?.id ?? "");
  await settle();

  expect(session.view.drawer).toEqual([]);
  expect(textsOn(session, "h01")).toEqual(["Nog eens"]);
  expect(new Set(server.receivedIds).size).toBe(2);
});

it("keeps what the server cannot save now and tries again", async () => {
  const server = new FakeServer();
  server.board.refuse = () => "cannot-save";
  await using session = aSession(server);
  await settle();
  const cardId = session.create(note("Volle schijf"));
  await settle();

  expect(session.view.cards.get(cardId)?.saving).toBe("on-device");
  expect(session.view.canSave).toBe(false);
  expect(session.view.drawer).toEqual([]);
  server.board.refuse = () => undefined;
  await vi.advanceTimersByTimeAsync(10_000);

  expect(session.view.canSave).toBe(true);

  expect(session.view.cards.get(cardId)?.saving).toBe("saved");
});

it("goes on in memory when nothing can be stored, and says that this page alone has the words", async () => {
  const server = new FakeServer();
  const store = new MemoryStore();
  store.isFull = true;
  await using session = aSession(server, { store });
  await settle();
  server.isDown = true;
  server.drop();
  await settle();

  const cardId = session.create(note("Toch"));
  await settle();
  const offline = session.view;
  store.isFull = false;
  session.create(note("Er is weer ruimte"));
  await settle();
  const storedAgain = session.view.cards.get(cardId)?.saving;
  server.isDown = false;
  session.wake();
  await settle();

  expect(offline.cards.get(cardId)?.saving).toBe("on-page");
  expect(offline.isStorageFailing).toBe(true);
  expect(storedAgain).toBe("on-device");
  expect(textsOn(session, "h01")).toEqual(["Toch", "Er is weer ruimte"]);
  expect(session.view.pendingCount).toBe(0);
});

it("sends what an earlier page left although storage is full by now", async () => {
  const server = new FakeServer();
  const actor = anActor();
  const store = new MemoryStore();
  server.isDown = true;
  const before = aSession(server, { actor, store });
  before.create(note("Uit een vorig leven"));
  await settle();
  await before[Symbol.asyncDispose]();
  store.isFull = true;
  server.isDown = false;

  await using after = aSession(server, { actor, store });
  await settle();

  expect(textsOn(after, "h01")).toEqual(["Uit een vorig leven"]);
  expect(after.view.pendingCount).toBe(0);
});

it("sends after three seconds although storage does not answer", async () => {
  const server = new FakeServer();
  const store = new MemoryStore();
  store.update = () => new Promise(() => undefined);
  const session = aSession(server, { store });
  await settle();

  session.create(note("Hangt niet"));
  await vi.advanceTimersByTimeAsync(3_500);

  expect(session.view.pendingCount).toBe(0);
  const closing = session[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(10_000);
  await closing;
});

it("keeps what lies in the drawer over a reload, until it is thrown away", async () => {
  const server = new FakeServer();
  const actor = anActor();
  const store = new MemoryStore();
  server.board.refuse = () => "stopped";
  const before = aSession(server, { actor, store });
  await settle();
  before.create(note("Mijn woorden"));
  before.place("z".repeat(20), { lever: "h02" });
  await settle();
  await before[Symbol.asyncDispose]();

  await using after = aSession(server, { actor, store });
  await settle();
  const { drawer } = after.view;
  for (const { id } of drawer) after.discard(id);
  await settle();

  expect(drawer).toMatchObject([
    { op: "create", refused: "stopped", text: "Mijn woorden" },
    { op: "place", refused: "stopped" },
  ]);
  expect(after.view.drawer).toEqual([]);
  expect(store.stored?.drawer).toEqual([]);
});

it("gathers moves made offline into one command, and a deleted unsent card into none", async () => {
  const server = new FakeServer();
  const actor = anActor();
  const created = aCreate();
  server.board.do(actor, created);
  await using session = aSession(server, { actor });
  await settle();
  server.isDown = true;
  server.drop();
  await settle();

  session.place(created.cardId, { lever: "h02" });
  session.place(created.cardId, { lever: "h03", x: 5, y: 6 });
  const unsent = session.create(note("Weg"));
  session.remove(unsent);
  await settle();
  const offline = session.view.cards.get(created.cardId);
  server.isDown = false;
  session.wake();
  await settle();

  expect(offline).toMatchObject({ saving: "on-device", place: { lever: "h03", x: 5, y: 6 } });
  expect(server.receivedIds).toHaveLength(1);
  expect(session.view.cardIdsOn.get("h03")).toEqual([created.cardId]);
  expect(session.view.cards.size).toBe(1);
});

it("keeps the objects of what did not change", async () => {
  const server = new FakeServer();
  const someone = anActor();
  const quiet = aCreate({ lever: "h02" });
  server.board.do(someone, quiet);
  await using session = aSession(server);
  await settle();
  const before = session.view;
  const listener = vi.fn();
  session.subscribe(listener);

  const cardId = session.create(note("Nieuw"));
  await settle();
  const saved = session.view.cards.get(cardId);
  server.board.do(someone, aCreate({ lever: "h03" }));
  await settle();

  expect(session.view.cards.get(quiet.cardId)).toBe(before.cards.get(quiet.cardId));
  expect(session.view.cards.get(cardId)).toBe(saved);
  expect(session.view.cardIdsOn.get("h02")).toBe(before.cardIdsOn.get("h02"));
  expect(session.view.cardIdsOn.get("h01")).not.toBe(before.cardIdsOn.get("h01"));
  expect(session.view.levers).toBe(before.levers);
  expect(session.view.meta).toBe(before.meta);
  expect(listener).toHaveBeenCalled();
});

it("orders the cards of a lever by key, then by id", async () => {
  const server = new FakeServer();
  const someone = anActor();
  for (const [text, order] of [
    ["derde", "a3"],
    ["eerste", "a1"],
    ["tweede", "a2"],
  ]) {
    server.board.do(someone, aCreate({ text: text ?? "", order: order ?? "" }));
  }
  await using session = aSession(server);
  await settle();

  session.create({ ...note("ertussen"), order: "a1V" });
  session.create(note("achteraan"));
  await Promise.resolve();
  const offline = textsOn(session, "h01");
  await settle();

  expect(offline).toEqual(["eerste", "ertussen", "tweede", "derde", "achteraan"]);
  expect(textsOn(session, "h01")).toEqual(offline);
});

it("knows its own cards with authors hidden, also after a reload", async () => {
  const server = new FakeServer(aBoard({ authors: "hidden" }));
  const actor = anActor();
  const store = new MemoryStore();
  const before = aSession(server, { actor, store });
  await settle();
  const cardId = before.create(note("Van mij"));
  await settle();
  await before[Symbol.asyncDispose]();

  await using after = aSession(server, { actor, store });
  await settle();

  expect(after.view.cards.get(cardId)).toMatchObject({ isOwn: true });
  expect(after.view.cards.get(cardId)?.author).toBeUndefined();
});

it("folds what follows a refused card into its entry", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();
  server.board.refuse = (op) => (op === "create" ? "stopped" : undefined);

  const cardId = session.create(note("Oud"));
  session.place(cardId, { lever: "h02" });
  const editing = session.editText(cardId);
  editing.change("Nieuw");
  editing.close();
  await settle();

  expect(session.view.drawer).toMatchObject([{ op: "create", text: "Nieuw", refused: "stopped" }]);
  expect(session.view.pendingCount).toBe(0);
});
