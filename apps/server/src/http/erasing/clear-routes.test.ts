import { type Card, newId, readMeta } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import type { BoardDetails, EssayView, Participants, StartedJob } from "@hefboom/contract";
import { expect, it, vi } from "vitest";

import { openTestApp, organiser, type TestApp } from "../../testing/open-test-app.ts";
import { tablesWith } from "../../testing/tables-with.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

const ESSAY = `# Een proef

> „Wij begonnen gewoon met een bankje.”
`;

/** A rehearsal in the silent phase: two people, a draft, a card of the facilitator, and a placed quote of the essay. */
async function aRehearsal(test: TestApp) {
  const workshop = await openWorkshop(test, { plan: "standard" });
  const { board, session, join, command } = workshop;
  const { token } = await session(board.facilitatorKey);
  const get = async <T>(path: string) =>
    (
      await test.app.inject({ url: `/api/boards/${board.id}${path}`, headers: bearer(token) })
    ).json<T>();
  await test.app.inject({
    method: "PUT",
    url: `/api/boards/${board.id}/essay`,
    headers: { ...bearer(token), "content-type": "text/markdown" },
    payload: ESSAY,
  });
  const [quote] = await (await test.services.hub.room(board.id)).cards();
  const people = [await join({ name: "Anna", consent: "named" }), await join()] as const;
  await command(token, [
    { op: "place", id: newId(), cardId: quote?.id, lever: "h04" },
    { op: "rewrite", id: newId(), cardId: quote?.id, text: "Verknoeid" },
    { op: "settings", id: newId(), settings: { isModerated: true } },
    { op: "phase", id: newId(), to: "write", seq: 0 },
    aCreate(),
  ]);
  await command(people[0].token, aCreate());
  return { ...workshop, token, people, quote, get };
}

async function clear({ app }: TestApp, boardId: string, token: string): Promise<void> {
  const url = `/api/boards/${boardId}/clear`;
  const answer = await app.inject({ method: "POST", url, headers: bearer(token) });
  expect(answer.statusCode).toBe(202);
  const { job } = answer.json<StartedJob>();
  await vi.waitFor(async () => {
    const asked = await app.inject({ url: `/api/jobs/${job}` });
    expect(asked.json()).toEqual({ state: "done" });
  });
}

it("clears the rehearsal away: people with all they did, and the session begins again", async () => {
  await using test = await openTestApp();
  const { board, token, people, get } = await aRehearsal(test);

  await clear(test, board.id, token);

  expect(await get<Participants>("/participants")).toEqual({ participants: [] });
  expect(await get("/log")).toEqual({ acts: [] });
  expect(await get("/bin")).toEqual({ cards: [] });
  const room = await test.services.hub.room(board.id);
  const meta = await room.read(readMeta);
  expect(meta.phase).toMatchObject({ id: "welcome", index: 0 });
  expect(meta).toMatchObject({ timer: null, ballot: null, spotlight: null, epoch: 2 });
  expect((await room.state()).epoch).toBe(2);
  const statuses = await Promise.all(
    people.map(async (one) => {
      const url = `/api/boards/${board.id}/me`;
      return (await test.app.inject({ url, headers: bearer(one.token) })).statusCode;
    }),
  );
  expect(statuses).toEqual([401, 401]);
  for (const one of people) expect(tablesWith(test, one.participantId)).toEqual([]);
});

it("leaves code, keys, switches and essay, with its quotes as they were in the tray", async () => {
  await using test = await openTestApp();
  const { board, token, quote, get, session, join } = await aRehearsal(test);
  const essay = await get<EssayView>("/essay");

  await clear(test, board.id, token);

  const room = await test.services.hub.room(board.id);
  const cards: Card[] = await room.cards();
  expect(cards).toMatchObject([
    { id: quote?.id, text: quote?.text, via: "essay", place: { lever: null } },
  ]);
  expect(await get<EssayView>("/essay")).toEqual(essay);
  expect((await room.read(readMeta)).settings).toEqual({ isModerated: true });
  expect(await session(board.facilitatorKey)).toMatchObject({ role: "facilitator" });
  expect(await join()).toMatchObject({ boardId: board.id });
  const url = `/api/boards/${board.id}`;
  const one = (await test.app.inject({ url, headers: organiser })).json<BoardDetails>();
  expect(one).toMatchObject({ code: board.code, cards: 1, participants: 1 });
});

it("lets the real session go on from there, with cards of its own", async () => {
  await using test = await openTestApp();
  const { board, token, join, command, get } = await aRehearsal(test);
  await clear(test, board.id, token);
  const { phase } = await (await test.services.hub.room(board.id)).read(readMeta);

  const ann = await join({ name: "Anna", consent: "named" });
  await command(token, { op: "phase", id: newId(), to: "discuss", seq: phase.seq });
  const written = await command(ann.token, aCreate());

  expect(written.body).toMatchObject([{ saved: true }]);
  const { participants } = await get<Participants>("/participants");
  expect(participants).toMatchObject([{ id: ann.participantId, name: "Anna", cards: 1 }]);
});

it("is for who leads alone", async () => {
  await using test = await openTestApp();
  const { board, people, session, get } = await aRehearsal(test);
  const viewer = await session(board.viewerKey);

  const statuses = await Promise.all(
    [people[0].token, viewer.token, "wrong"].map(async (each) => {
      const url = `/api/boards/${board.id}/clear`;
      return (await test.app.inject({ method: "POST", url, headers: bearer(each) })).statusCode;
    }),
  );

  expect(statuses).toEqual([403, 403, 401]);
  expect((await get<Participants>("/participants")).participants).toHaveLength(2);
});
