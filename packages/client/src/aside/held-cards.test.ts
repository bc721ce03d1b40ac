import { type Actor, newId, readyPlans } from "@hefboom/board";
import { aBoard, aCreate, anActor } from "@hefboom/board/testing";
import { closeCode } from "@hefboom/contract/messages";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { BoardSession } from "../board-session.ts";
import { aSession, FakeServer } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const leader = anActor("facilitator");
const els = anActor();
const [, , silence] = readyPlans.standard;

/** A board in its silent phase. */
function aSilentServer(authors: "shown" | "hidden" = "shown"): FakeServer {
  return new FakeServer(aBoard({ authors, plan: [silence ?? readyPlans.standing[0]] }));
}

function aDraft(server: FakeServer, text: string, actor: Actor = els): string {
  const create = aCreate({ text });
  server.board.do(actor, create);
  return create.cardId;
}

/** How the card was held each time that the view changed; "gone": it was not there. */
function watch(session: BoardSession, cardId: string): string[] {
  const seen: string[] = [];
  session.subscribe(() => {
    const card = session.view.cards.get(cardId);
    seen.push(card === undefined ? "gone" : (card.held ?? "on the board"));
  });
  return seen;
}

it("shows a draft to its author on every device, and to nobody else", async () => {
  const server = aSilentServer();
  const earlier = aDraft(server, "Van thuis");
  await using phone = aSession(server, { actor: els });
  await using laptop = aSession(server, { actor: els });
  await using other = aSession(server, { actor: anActor() });
  await using facilitator = aSession(server, { actor: leader });
  await settle();

  const cardId = phone.create({ kind: "note", text: "In stilte", lever: "h01" });
  await settle();

  expect(laptop.view.cards.get(cardId)).toMatchObject({
    text: "In stilte",
    held: "draft",
    isOwn: true,
    saving: "saved",
  });
  expect(phone.view.cards.get(cardId)?.held).toBe("draft");
  expect(phone.view.cardIdsOn.get("h01")).toEqual([earlier, cardId].sort());
  expect(other.view.cards.size).toBe(0);
  expect(facilitator.view.cards.size).toBe(0);
  expect(facilitator.view.staff?.drafts).toBe(2);
  expect(phone.view.staff).toBeUndefined();
});

it.each(["shown", "hidden"] as const)(
  "turns a draft into a card under its id, with authors %s",
  async (authors) => {
    const server = aSilentServer(authors);
    await using session = aSession(server, { actor: els });
    await settle();
    const cardId = session.create({ kind: "note", text: "Onthuld", lever: "h01" });
    await settle();
    const seen = watch(session, cardId);

    server.contentDelayMs = 200; // as for a phone
    server.board.do(leader, { op: "reveal", id: newId() });
    await vi.advanceTimersByTimeAsync(2_000);

    expect(seen).not.toContain("gone");
    expect(seen.at(-1)).toBe("on the board");
    expect(session.view.cards.get(cardId)).toMatchObject({ text: "Onthuld", isOwn: true });
    expect(session.view.cards.size).toBe(1);
  },
);

it("knows a revealed card as own that another device made, with authors hidden", async () => {
  const server = aSilentServer("hidden");
  const cardId = aDraft(server, "Van mijn telefoon");
  await using laptop = aSession(server, { actor: els });
  await settle();

  server.board.do(leader, { op: "reveal", id: newId() });
  await settle();

  expect(laptop.view.cards.get(cardId)).toMatchObject({ isOwn: true });
  expect(laptop.view.cards.get(cardId)?.held).toBeUndefined();
});

it("takes a held card away that somebody else deletes, and at once one that is deleted here", async () => {
  const server = aSilentServer();
  const [here, elsewhere] = [aDraft(server, "Hier weg"), aDraft(server, "Daar weg")];
  await using session = aSession(server, { actor: els });
  await settle();
  const seen = watch(session, here);

  session.remove(here);
  server.board.do(els, { op: "delete", id: newId(), cardId: elsewhere });
  await settle();
  const atOnce = session.view.cards.has(here);
  await vi.advanceTimersByTimeAsync(1_000);

  expect(atOnce).toBe(false);
  expect(new Set(seen)).toEqual(new Set(["gone"]));
  expect(session.view.cards.size).toBe(0);
});

it.each(["before", "after"] as const)(
  "lets a deleted draft not come back when the server tells of it %s the answer, until it is restored",
  async (order) => {
    const server = aSilentServer();
    const cardId = aDraft(server, "Toch niet");
    await using session = aSession(server, { actor: els });
    await settle();
    const { onDone } = server.board;
    if (order === "after") server.board.onDone = () => setTimeout(onDone, 200);
    const seen = watch(session, cardId);

    session.remove(cardId);
    await vi.advanceTimersByTimeAsync(500);
    const deleted = [...seen];
    session.restore(cardId);
    await vi.advanceTimersByTimeAsync(500);

    expect(new Set(deleted)).toEqual(new Set(["gone"]));
    expect(session.view.cards.get(cardId)).toMatchObject({ text: "Toch niet", held: "draft" });
  },
);

it("moves, labels and rewrites a held card as any other", async () => {
  const server = aSilentServer();
  const cardId = aDraft(server, "Eerst");
  await using session = aSession(server, { actor: els });
  await settle();

  session.place(cardId, { lever: "h02" });
  const editing = session.editText(cardId);
  editing.change("Daarna");
  await Promise.resolve();
  const pending = session.view.cards.get(cardId);
  editing.close();
  await settle();

  expect(pending).toMatchObject({ text: "Daarna", held: "draft", saving: "on-device" });
  expect(session.view.cards.get(cardId)).toMatchObject({
    text: "Daarna",
    held: "draft",
    saving: "saved",
    place: { lever: "h02" },
  });
  expect(session.view.drawer).toEqual([]);
});

it("shows those who lead what they have hidden, and its author too", async () => {
  const server = new FakeServer();
  const create = aCreate({ text: "Weg ermee" });
  server.board.do(els, create);
  await using author = aSession(server, { actor: els });
  await using facilitator = aSession(server, { actor: leader });
  await using other = aSession(server, { actor: anActor() });
  await settle();

  const hiding = facilitator.ask({ op: "hide", cardId: create.cardId });
  await settle();
  const hidden = [author, facilitator, other].map(
    ({ view }) => view.cards.get(create.cardId)?.held ?? "not there",
  );
  const showing = facilitator.ask({ op: "show", cardId: create.cardId });
  await settle();

  expect(await hiding).toMatchObject({ saved: true });
  expect(await showing).toMatchObject({ saved: true });
  expect(hidden).toEqual(["hidden", "hidden", "not there"]);
  for (const { view } of [author, facilitator, other]) {
    expect(view.cards.get(create.cardId)?.held).toBeUndefined();
    expect(view.cards.has(create.cardId)).toBe(true);
  }
});

it("keeps held cards while the connection is lost, and over a replica of another epoch", async () => {
  const server = aSilentServer();
  const cardId = aDraft(server, "Blijft");
  await using session = aSession(server, { actor: els });
  await settle();
  const before = session.view.cards.get(cardId);
  const seen = watch(session, cardId);
  server.isDown = true;
  server.drop();
  await settle();
  const offline = session.view.cards.get(cardId);

  server.epoch = 2;
  server.isDown = false;
  session.wake();
  await settle();

  expect(offline).toBe(before);
  expect(new Set(seen)).toEqual(new Set(["draft"]));
  expect(server.connections).toHaveLength(3);
});

it("forgets with the next connection what was shown or deleted meanwhile", async () => {
  const server = aSilentServer();
  const [shown, deleted] = [aDraft(server, "Getoond"), aDraft(server, "Gewist")];
  await using session = aSession(server, { actor: els });
  await settle();
  const seen = watch(session, shown);
  server.drop(closeCode.restart);
  await settle();
  server.board.do(els, { op: "delete", id: newId(), cardId: deleted });
  server.board.do(leader, { op: "reveal", id: newId() });

  await vi.advanceTimersByTimeAsync(6_000);

  expect(seen).not.toContain("gone");
  expect(session.view.cards.get(shown)?.held).toBeUndefined();
  expect([...session.view.cards.keys()]).toEqual([shown]);
});

it("tells nobody that a draft is open, and tells it when the card is shown", async () => {
  const server = aSilentServer();
  const cardId = aDraft(server, "Geheim");
  await using session = aSession(server, { actor: els });
  await settle();

  session.editText(cardId);
  await settle();
  const whileHeld = server.presence.filter(({ state }) => state?.["card"] !== undefined);
  server.board.do(leader, { op: "reveal", id: newId() });
  await settle();

  expect(whileHeld).toEqual([]);
  expect(server.presence.at(-1)?.state).toMatchObject({ card: cardId });
});
