import { newId, readyPlans } from "@hefboom/board";
import { aBoard, aCreate, anActor } from "@hefboom/board/testing";
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

/** A board with one card on which people vote, with three dots each. */
function aVotingServer() {
  const plan = readyPlans.standard.filter(({ rights }) => rights.vote);
  const server = new FakeServer(aBoard({ plan }));
  const { cardId, ...create } = aCreate();
  server.board.do(leader, { ...create, cardId });
  server.board.do(leader, { op: "ballot", id: newId(), change: "open" });
  return { server, cardId };
}

it("shows a dot at once, and keeps it when the server has counted it", async () => {
  const { server, cardId } = aVotingServer();
  await using session = aSession(server, { actor: anActor() });
  await settle();
  const before = session.view.votes;
  const seen: unknown[] = [];
  session.subscribe(() => seen.push(session.view.votes[cardId]));

  const asked = session.ask({ op: "vote", target: cardId, dots: 2 });
  await Promise.resolve();
  const atOnce = session.view.votes;
  await settle();

  expect(before).toEqual({});
  expect(atOnce).toEqual({ [cardId]: 2 });
  expect(await asked).toMatchObject({ saved: true });
  expect(new Set(seen)).toEqual(new Set([2]));
  expect(session.view.votes).toEqual({ [cardId]: 2 });
});

it("takes a refused dot back", async () => {
  const { server, cardId } = aVotingServer();
  await using session = aSession(server, { actor: anActor() });
  await settle();
  const kept = session.ask({ op: "vote", target: cardId, dots: 1 });
  await settle();

  const refused = session.ask({ op: "vote", target: cardId, dots: 4 });
  await Promise.resolve();
  const atOnce = session.view.votes;
  await settle();

  expect(atOnce).toEqual({ [cardId]: 4 });
  expect(await kept).toMatchObject({ saved: true });
  expect(await refused).toMatchObject({ refused: "invalid" });
  expect(session.view.votes).toEqual({ [cardId]: 1 });
});

it("takes a dot back that no answer came for", async () => {
  const { server, cardId } = aVotingServer();
  await using session = aSession(server, { actor: anActor() });
  await settle();
  server.isDown = true;
  server.drop();

  const asked = session.ask({ op: "vote", target: cardId, dots: 1 });
  await settle();
  const offline = session.view.votes;
  await vi.advanceTimersByTimeAsync(10_000);

  expect(offline).toEqual({ [cardId]: 1 });
  expect(await asked).toMatchObject({ refused: "offline" });
  expect(session.view.votes).toEqual({});
});

it("keeps a dot in sight when the answer overtakes the count, until any count comes", async () => {
  const { server, cardId } = aVotingServer();
  await using session = aSession(server, { actor: anActor() });
  await settle();
  server.board.onDone = () => undefined; // it tells nothing beside the document
  const asked = session.ask({ op: "vote", target: cardId, dots: 1 });
  await settle();
  const answered = session.view.votes;

  server.tellAside({ votes: {} }); // the next ballot
  await settle();

  expect(await asked).toMatchObject({ saved: true });
  expect(answered).toEqual({ [cardId]: 1 });
  expect(session.view.votes).toEqual({});
});

it("shows a scribe's dots for others under the name that the server tells them by", async () => {
  const { server, cardId } = aVotingServer();
  await using session = aSession(server, { actor: anActor("scribe") });
  await settle();
  server.tellAside({ votesFor: { "tafel 4": { [cardId]: 1 } } });
  await settle();

  const asked = [
    session.ask({ op: "vote", target: cardId, dots: 2, voter: "Tafel 4 " }),
    session.ask({ op: "vote", target: cardId, dots: 1, voter: "Oma" }),
  ];
  await Promise.resolve();
  const atOnce = session.view.votesFor;
  await settle();
  await Promise.all(asked);

  expect(atOnce).toEqual({ "tafel 4": { [cardId]: 2 }, oma: { [cardId]: 1 } });
  expect(session.view.votes).toEqual({});
});

it("knows of a dot before the screen does, so that two presses before one render are two", async () => {
  const { server, cardId } = aVotingServer();
  await using session = aSession(server, {
    actor: anActor(),
    schedule: (flush) => void setTimeout(flush, 50),
  });
  await settle();
  const press = () => {
    const dots = (session.votesNow().votes[cardId] ?? 0) + 1;
    return session.ask({ op: "vote", target: cardId, dots });
  };

  const asked = [press(), press()];
  const onScreen = session.view.votes;
  await settle();
  await settle();

  expect(onScreen).toEqual({});
  expect(await Promise.all(asked)).toMatchObject([{ saved: true }, { saved: true }]);
  expect(session.view.votes).toEqual({ [cardId]: 2 });
});
