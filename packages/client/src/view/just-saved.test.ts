import { newId, readyPlans } from "@hefboom/board";
import { aBoard, aCreate, anActor } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { BoardSession } from "../board-session.ts";
import { aSession, FakePage, FakeServer, MemoryStore } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);

/** The levers that the card lay on, each time that the view changed; `undefined`: it was not there. */
function watch(session: BoardSession, cardId: string): (string | null | undefined)[] {
  const seen: (string | null | undefined)[] = [];
  session.subscribe(() => seen.push(session.view.cards.get(cardId)?.place.lever));
  return seen;
}

it("keeps a new card, and then its move, in sight when the answer overtakes the content", async () => {
  const server = new FakeServer();
  server.contentDelayMs = 200;
  await using session = aSession(server);
  await settle();

  const cardId = session.create({ kind: "note", text: "Blijft staan", lever: "h01" });
  const seen = watch(session, cardId);
  await settle();
  const answered = session.view.cards.get(cardId)?.saving;
  await vi.advanceTimersByTimeAsync(1_000);
  session.place(cardId, { lever: "h02" });
  await vi.advanceTimersByTimeAsync(1_000);

  expect(answered).toBe("saved");
  expect(seen.join()).toMatch(/^(h01,?)+(h02,?)+$/);
  expect(session.view.cards.size).toBe(1);
});

it("keeps a card in sight on the page that did not get the answer", async () => {
  const server = new FakeServer();
  const parts = { server, actor: anActor(), store: new MemoryStore() };
  const [first, second] = [new FakePage(parts), new FakePage(parts)];
  await settle();
  server.contentDelayMs = 200;

  const cardId = first.session.create({ kind: "note", text: "Blijft staan", lever: "h01" });
  const seen = watch(second.session, cardId);
  await vi.advanceTimersByTimeAsync(1_000);

  expect(seen.join()).toMatch(/^(h01,?)+$/);
  expect(second.session.view.cards.get(cardId)?.saving).toBe("saved");
});

it("shows at once what somebody else did to the card meanwhile", async () => {
  const server = new FakeServer();
  const actor = anActor();
  const create = aCreate();
  server.board.do(actor, create);
  await using session = aSession(server, { actor });
  await settle();
  server.isMute = true;
  session.place(create.cardId, { lever: "h02" });
  await settle();
  const other = { op: "place", id: newId(), cardId: create.cardId, lever: "h03" } as const;
  server.board.do(anActor("facilitator"), other);
  server.isMute = false;
  server.drop();

  await vi.advanceTimersByTimeAsync(2_500);

  expect(session.view.pendingCount).toBe(0);
  expect(session.view.cards.get(create.cardId)?.place.lever).toBe("h03");
});

it.each(["before", "after"] as const)(
  "keeps a draft in sight that the server tells of %s its answer",
  async (order) => {
    const plan = readyPlans.standard.filter(({ hasDrafts }) => hasDrafts);
    const server = new FakeServer(aBoard({ plan }));
    await using session = aSession(server);
    await settle();
    const { onDone } = server.board;
    if (order === "after") server.board.onDone = () => setTimeout(onDone, 200);

    const cardId = session.create({ kind: "note", text: "Blijft staan", lever: "h01" });
    const seen = watch(session, cardId);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(seen.join()).toMatch(/^(h01,?)+$/);
    expect(session.view.cards.get(cardId)).toMatchObject({ held: "draft", saving: "saved" });
    expect(session.view.cardIdsOn.get("h01")).toEqual([cardId]);
  },
);
