import { type Actor, newId } from "@hefboom/board";
import { aBoard, aCreate, anActor } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { BoardSession } from "../board-session.ts";
import { aSession, FakeServer, MemoryStore } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const textIn = (session: BoardSession, cardId: string) => session.view.cards.get(cardId)?.text;

function aServerWithCards(actor: Actor, ...texts: string[]) {
  const server = new FakeServer();
  const ids = texts.map((text) => {
    const create = aCreate({ text });
    server.board.do(actor, create);
    return create.cardId;
  });
  return { server, ids, first: ids[0] ?? "", second: ids[1] ?? "" };
}
const serverText = (server: FakeServer, cardId: string) =>
  server.board.doc.getMap<{ toString(): string }>("texts").get(cardId)?.toString();

it("lets two people type in one text at the same time", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "Een bankje");
  await using phone = aSession(server, { actor: author });
  await using laptop = aSession(server, { actor: anActor("facilitator") });
  await settle();
  const heard = vi.fn();
  const onPhone = phone.editText(first);
  const onLaptop = laptop.editText(first);
  onPhone.onRemoteChange(heard);

  onPhone.change("Een groen bankje");
  onLaptop.change("Een bankje voor iedereen");
  await settle();

  expect(onPhone.text).toBe("Een groen bankje voor iedereen");
  expect(onLaptop.text).toBe(onPhone.text);
  expect(textIn(phone, first)).toBe(onPhone.text);
  expect(serverText(server, first)).toBe(onPhone.text);
  expect(heard).toHaveBeenLastCalledWith(onPhone.text);
  expect(phone.view.cards.get(first)?.saving).toBe("saved");
});

it("keeps letters of others that were not yet on the screen", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "ab");
  await using phone = aSession(server, { actor: author });
  await using laptop = aSession(server, { actor: anActor("facilitator") });
  await settle();
  const onPhone = phone.editText(first);
  laptop.editText(first).change("ab, van de begeleider");
  await settle();

  onPhone.change("xab", "ab");
  await settle();

  expect(onPhone.text).toBe("xab, van de begeleider");
  expect(serverText(server, first)).toBe("xab, van de begeleider");
});

it("gathers fast letters into few messages", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "-");
  await using session = aSession(server, { actor: author });
  await settle();
  const editing = session.editText(first);

  for (const text of ["a", "ab", "abc", "abcd"]) {
    editing.change(text);
    await vi.advanceTimersByTimeAsync(5);
  }
  await settle();

  expect(serverText(server, first)).toBe("abcd");
  expect(server.receivedIds).toHaveLength(1);
});

it("sends letters again that were lost with the connection, and doubles none", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "Een");
  await using session = aSession(server, { actor: author });
  await settle();
  const editing = session.editText(first);
  server.isMute = true;
  editing.change("Een twee");
  await settle();
  editing.change("Een twee drie");
  server.isMute = false;
  server.drop();

  await vi.advanceTimersByTimeAsync(3_000);

  expect(serverText(server, first)).toBe("Een twee drie");
  expect(session.view.pendingCount).toBe(0);
});

it("puts refused words into the drawer and types again what is pending elsewhere", async () => {
  const author = anActor();
  const { server, first, second } = aServerWithCards(author, "een", "twee");
  await using session = aSession(server, { actor: author });
  await settle();
  let refusals = 0;
  server.board.refuse = () => (refusals++ === 0 ? "locked" : undefined);
  const heard = vi.fn();
  const refused = session.editText(first);
  refused.onRemoteChange(heard);

  refused.change("een, geweigerd");
  session.editText(second).change("twee, bewaard");
  await settle();

  expect(session.view.drawer).toMatchObject([
    { op: "edit", cardId: first, refused: "locked", text: "een, geweigerd" },
  ]);
  expect(heard).toHaveBeenLastCalledWith("een");
  expect(textIn(session, first)).toBe("een");
  expect(serverText(server, second)).toBe("twee, bewaard");
  expect(session.view.pendingCount).toBe(0);
});

it("saves what is typed after a refusal", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "een");
  await using session = aSession(server, { actor: author });
  await settle();
  server.board.refuse = () => "locked";
  const editing = session.editText(first);
  editing.change("een, geweigerd");
  await settle();
  server.board.refuse = () => undefined;

  editing.change(`${editing.text}, bewaard`);
  await settle();

  expect(serverText(server, first)).toBe("een, bewaard");
  expect(session.view.drawer).toHaveLength(1);
});

it("doubles nothing that is typed while the text that was saved whole is still to come", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "een");
  await using session = aSession(server, { actor: author });
  await settle();
  server.board.refuse = () => "locked";
  const editing = session.editText(first);
  editing.change("een, twee");
  await settle();
  server.board.refuse = () => undefined;
  server.contentDelayMs = 200;

  session.retry(session.view.drawer[0]?.id ?? "");
  await settle();
  editing.change(`${editing.text}, drie`);
  await vi.advanceTimersByTimeAsync(2_000);

  expect(serverText(server, first)).toBe("een, twee, drie");
  expect(editing.text).toBe("een, twee, drie");
});

it("sends letters typed offline after a reload, beside what others typed", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "midden");
  const store = new MemoryStore();
  const before = aSession(server, { actor: author, store });
  await settle();
  server.isDown = true;
  server.drop();
  await settle();
  before.editText(first).change("midden, achter");
  await settle();
  await before[Symbol.asyncDispose]();
  const other = anActor("facilitator");
  server.board.do(other, { op: "rewrite", id: newId(), cardId: first, text: "voor, midden" });

  server.isDown = false;
  await using after = aSession(server, { actor: author, store });
  await settle();

  expect(serverText(server, first)).toBe("voor, midden, achter");
  expect(textIn(after, first)).toBe("voor, midden, achter");
  expect(after.view.pendingCount).toBe(0);
  expect(store.stored?.edits).toEqual([]);
});

it("types stored words again when they no longer fit the document", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "oud");
  const store = new MemoryStore();
  const before = aSession(server, { actor: author, store });
  await settle();
  server.isDown = true;
  server.drop();
  await settle();
  before.editText(first).change("oud en nieuw");
  await settle();
  await before[Symbol.asyncDispose]();

  // The same card in a document written anew, as after an erasure.
  const rewritten = new FakeServer();
  rewritten.epoch = 2;
  rewritten.board.do(author, aCreate({ cardId: first, text: "oud" }));
  await using after = aSession(rewritten, { actor: author, store });
  await settle();

  expect(serverText(rewritten, first)).toBe("oud en nieuw");
  expect(after.view.pendingCount).toBe(0);
});

it("keeps words typed into a card that somebody deletes meanwhile", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "weg");
  await using session = aSession(server, { actor: author });
  await settle();
  const editing = session.editText(first);
  server.board.do(anActor("facilitator"), { op: "delete", id: newId(), cardId: first });
  await settle();

  editing.change("weg, maar mijn woorden niet");
  editing.close();
  await settle();

  expect(session.view.drawer).toMatchObject([
    { op: "edit", refused: "not-found", text: "weg, maar mijn woorden niet" },
  ]);
});

it("changes the words of a card inside its unsent create", async () => {
  const server = new FakeServer();
  server.isDown = true;
  await using session = aSession(server);
  await settle();
  const cardId = session.create({ kind: "note", text: "Eerste", lever: "h01" });

  const editing = session.editText(cardId);
  editing.change("Tweede");
  await settle();
  const offline = textIn(session, cardId);
  editing.close();
  server.isDown = false;
  session.wake();
  await settle();

  expect(offline).toBe("Tweede");
  expect(server.receivedIds).toHaveLength(1);
  expect(serverText(server, cardId)).toBe("Tweede");
});

it("saves the create first when a card is edited that is under way", async () => {
  const server = new FakeServer();
  await using session = aSession(server);
  await settle();
  server.isMute = true;
  const cardId = session.create({ kind: "note", text: "Eerste", lever: "h01" });
  await settle();
  server.isMute = false;

  const editing = session.editText(cardId);
  editing.change("Eerste en tweede");
  await vi.advanceTimersByTimeAsync(600);
  editing.change("Eerste, tweede en derde");
  const whileUnderway = server.receivedIds.length;
  server.drop();
  await vi.advanceTimersByTimeAsync(3_000);

  expect(whileUnderway).toBe(1);
  expect(server.receivedIds[1]).toBe(server.receivedIds[0]);
  expect(serverText(server, cardId)).toBe("Eerste, tweede en derde");
  expect(textIn(session, cardId)).toBe("Eerste, tweede en derde");
});

it("sends whole texts after a pause with authors hidden, and at once on close", async () => {
  const server = new FakeServer(aBoard({ authors: "hidden" }));
  const author = anActor();
  const create = aCreate({ text: "stil" });
  server.board.do(author, create);
  await using session = aSession(server, { actor: author });
  await settle();
  const editing = session.editText(create.cardId);

  editing.change("stil!");
  editing.change("stil!!");
  await settle();
  const whileTyping = server.receivedIds.length;
  await vi.advanceTimersByTimeAsync(500);
  const afterPause = serverText(server, create.cardId);
  editing.change("stil, en dicht");
  editing.close();
  await settle();

  expect(whileTyping).toBe(0);
  expect(afterPause).toBe("stil!!");
  expect(serverText(server, create.cardId)).toBe("stil, en dicht");
  expect(server.receivedIds).toHaveLength(2);
  expect(server.presence).toEqual([]);
});

it("writes under one clientID as long as all is saved, and under a new one after a refusal", async () => {
  const author = anActor();
  const { server, first } = aServerWithCards(author, "een");
  await using session = aSession(server, { actor: author });
  await settle();
  const writers = () => server.board.doc.store.clients.size;
  const type = async (letter: string) => {
    const editing = session.editText(first);
    editing.change(editing.text + letter);
    await settle();
    editing.close();
    await settle();
  };

  const before = writers();
  await type("a");
  await type("b");
  const whileSaved = writers();
  server.board.refuse = () => "locked";
  await type("c");
  server.board.refuse = () => undefined;
  await type("d");

  expect(whileSaved).toBe(before + 1);
  expect(writers()).toBe(before + 2);
  expect(serverText(server, first)).toBe("eenabd");
});
