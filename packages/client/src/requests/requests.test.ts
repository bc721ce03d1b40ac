import { newId, readyPlans } from "@hefboom/board";
import { aBoard, aCreate, anActor, TEST_NOW } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { aSession, FakeServer } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const leader = anActor("facilitator");
const lock = (lever: string | null, isLocked = true) => ({ op: "lock", lever, isLocked }) as const;

it("says when it is done, and under which id it can be taken back", async () => {
  const server = new FakeServer();
  await using session = aSession(server, { actor: leader });
  await settle();

  const asked = session.ask(lock("h01"));
  await settle();
  const outcome = await asked;
  const { levers } = session.view.meta.locks;
  const undone = session.ask({ op: "undo", command: outcome.id });
  await settle();

  expect(outcome).toEqual({ saved: true, id: server.receivedIds[0] });
  expect(levers).toEqual(["h01"]);
  expect(await undone).toMatchObject({ saved: true });
  expect(session.view.meta.locks.levers).toEqual([]);
});

it("says why it was refused", async () => {
  const server = new FakeServer();
  await using session = aSession(server, { actor: anActor() });
  await settle();

  const asked = session.ask(lock("h01"));
  await settle();

  expect(await asked).toEqual({ refused: "not-allowed", id: server.receivedIds[0] });
  expect(session.view.drawer).toEqual([]);
});

it("waits for a connection, and sends once more under the same id after the next one", async () => {
  const server = new FakeServer();
  server.isDown = true;
  server.isMute = true;
  await using session = aSession(server, { actor: leader });
  await settle();
  const asked = session.ask({ op: "timer", change: { kind: "start", minutes: 5 } });
  await settle();
  const offline = server.receivedIds.length;
  server.isDown = false;
  session.wake();
  await settle();
  server.isMute = false;
  server.drop();

  await vi.advanceTimersByTimeAsync(3_000);

  expect(offline).toBe(0);
  expect(server.receivedIds).toHaveLength(2);
  expect(new Set(server.receivedIds).size).toBe(1);
  expect(await asked).toMatchObject({ saved: true });
  expect(session.view.meta.timer?.seq).toBe(TEST_NOW); // done once: a second time would have moved it on
});

it("gives up after its patience, and sends nothing then", async () => {
  const server = new FakeServer();
  await using session = aSession(server, { actor: leader });
  await settle();
  server.isDown = true;
  server.drop();
  await settle();

  const short = session.ask(lock("h01"), { patienceMs: 500 });
  const usual = session.ask(lock("h02"));
  const done = vi.fn();
  void usual.then(done);
  await vi.advanceTimersByTimeAsync(9_900);
  const early = done.mock.calls.length;
  await vi.advanceTimersByTimeAsync(100);
  server.isDown = false;
  session.wake();
  await settle();

  expect(await short).toMatchObject({ refused: "offline" });
  expect(early).toBe(0);
  expect(await usual).toMatchObject({ refused: "offline" });
  expect(server.receivedIds).toEqual([]);
});

it("tries again what cannot be done now", async () => {
  const server = new FakeServer();
  server.board.refuse = () => "too-fast";
  await using session = aSession(server, { actor: leader });
  await settle();
  const asked = session.ask(lock("h01"));
  await settle();
  server.board.refuse = () => undefined;

  await vi.advanceTimersByTimeAsync(2_000);

  expect(server.receivedIds).toHaveLength(2);
  expect(new Set(server.receivedIds).size).toBe(1);
  expect(await asked).toMatchObject({ saved: true });
});

it("says at the end of its patience what the server said last", async () => {
  const server = new FakeServer();
  server.board.refuse = () => "cannot-save";
  await using session = aSession(server, { actor: leader });
  await settle();

  const asked = session.ask(lock("h01"));
  await vi.advanceTimersByTimeAsync(10_000);
  const sent = server.receivedIds.length;
  await vi.advanceTimersByTimeAsync(30_000);

  expect(await asked).toMatchObject({ refused: "cannot-save" });
  expect(session.view.canSave).toBe(false);
  expect(sent).toBeGreaterThan(1);
  expect(server.receivedIds).toHaveLength(sent);
});

it("says that nobody knows when the last try was not answered", async () => {
  const server = new FakeServer();
  server.board.refuse = () => "cannot-save";
  await using session = aSession(server, { actor: leader });
  await settle();
  const asked = session.ask(lock("h01"));
  await settle();
  server.board.refuse = () => undefined;
  server.isMute = true;

  await vi.advanceTimersByTimeAsync(10_000);

  expect(session.view.meta.locks.levers).toEqual(["h01"]);
  expect(await asked).toMatchObject({ refused: "offline" });
});

it("lets no dot overtake one that was asked for before, whatever is refused for now", async () => {
  const server = aVotingServer(1);
  const { cardId: first } = aCard(server);
  const { cardId: second } = aCard(server);
  await using session = aSession(server, { actor: anActor() });
  await settle();
  let refusals = 0;
  server.board.refuse = () => (refusals++ === 1 ? "too-fast" : undefined);

  const asked = [
    session.ask({ op: "vote", target: first, dots: 1 }),
    session.ask({ op: "vote", target: first, dots: 0 }),
    session.ask({ op: "vote", target: second, dots: 1 }),
  ];
  await vi.advanceTimersByTimeAsync(3_000);

  for (const outcome of await Promise.all(asked)) expect(outcome).toMatchObject({ saved: true });
  expect(session.view.votes).toEqual({ [second]: 1 });
});

it("does not ask about a card before the card is saved", async () => {
  const server = new FakeServer();
  await using session = aSession(server, { actor: leader });
  await settle();

  const cardId = session.create({ kind: "note", text: "Nieuw", lever: "h01" });
  const clusterId = newId();
  const asked = session.ask({ op: "cluster", clusterId, title: "Samen", members: [cardId] });
  await settle();

  expect(server.receivedCommands.map(({ op }) => op)).toEqual(["create", "cluster"]);
  expect(await asked).toMatchObject({ saved: true });
  expect(session.view.clusters).toMatchObject([{ id: clusterId, title: "Samen" }]);
});

it("lets nobody wait when the page goes", async () => {
  const server = new FakeServer();
  server.isMute = true;
  const session = aSession(server, { actor: leader });
  await settle();
  const before = session.ask(lock("h01"));
  await settle();

  await session[Symbol.asyncDispose]();

  expect(await before).toMatchObject({ refused: "offline" });
  expect(await session.ask(lock("h02"))).toMatchObject({ refused: "offline" });
});

it("keeps clusters and results as they are when something else changes", async () => {
  const server = aVotingServer(3);
  const { cardId } = aCard(server);
  await using session = aSession(server, { actor: leader });
  await settle();
  await Promise.all([
    vi.advanceTimersByTimeAsync(100),
    session.ask({ op: "cluster", clusterId: newId(), title: "Een", members: [cardId] }),
    session.ask({ op: "ballot", change: "reveal" }),
  ]);
  const before = session.view;

  aCard(server);
  server.board.do(leader, { ...lock("h01"), id: newId() });
  await settle();

  expect(before.clusters).toHaveLength(1);
  expect(before.results).toHaveLength(1);
  for (const part of ["clusters", "results", "votes", "votesFor", "staff"] as const) {
    expect(session.view[part]).toBe(before[part]);
  }
});

function aCard(server: FakeServer) {
  const create = aCreate();
  server.board.do(leader, create);
  return create;
}

/** A board on which people vote, with so many dots each. */
function aVotingServer(dots: number): FakeServer {
  const plan = readyPlans.standard.filter(({ rights }) => rights.vote);
  const server = new FakeServer(aBoard({ plan }));
  const ballot = { on: "card", dots, isSecret: true } as const;
  server.board.do(leader, { op: "ballot", id: newId(), change: "open", ballot });
  return server;
}
