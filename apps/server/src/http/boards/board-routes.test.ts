import { readyPlans, sessionOf } from "@hefboom/board";
import type { BoardDetails, BoardSummary, CreatedBoard } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp, organiser } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

it("makes a workshop with its code, keys and links", async () => {
  await using test = await openTestApp({ PUBLIC_URL: "https://bord.example.org" });

  const answer = await test.app.inject({
    method: "POST",
    url: "/api/boards",
    headers: organiser,
    payload: { title: "  Jij kleurt de wijk " },
  });

  expect(answer.statusCode).toBe(201);
  const board = answer.json<CreatedBoard>();
  expect(board.code).toMatch(/^[CDFGHJKMNPRTVWXY34679]{6}$/);
  expect(board.links).toEqual({
    join: `https://bord.example.org/j/${board.code}`,
    facilitate: `https://bord.example.org/b/${board.id}/lead#key=${board.facilitatorKey}`,
    project: `https://bord.example.org/b/${board.id}/wall#key=${board.viewerKey}`,
  });
  const one = await test.app.inject({ url: `/api/boards/${board.id}`, headers: organiser });
  expect(one.json<BoardDetails>()).toEqual({
    id: board.id,
    code: board.code,
    title: "Jij kleurt de wijk",
    locale: "nl",
    authors: "shown",
    createdAt: test.clock.now,
    cards: 0,
    participants: 0,
    keys: ["facilitator", "viewer"],
  });
});

it("tells of one workshop to its own facilitator too, and to nobody else", async () => {
  await using test = await openTestApp();
  const { board, session, join } = await openWorkshop(test);
  const other = await openWorkshop(test);
  const people = [
    await session(board.facilitatorKey),
    await session(board.viewerKey),
    await join(),
    await other.session(other.board.facilitatorKey),
  ];
  const url = `/api/boards/${board.id}`;

  const statuses = await Promise.all(
    people.map(
      async ({ token }) => (await test.app.inject({ url, headers: bearer(token) })).statusCode,
    ),
  );

  expect(statuses).toEqual([200, 403, 403, 403]);
});

it("lists workshops, newest first", async () => {
  await using test = await openTestApp();
  await openWorkshop(test, { title: "Eerste" });
  test.clock.now += 1_000;
  await openWorkshop(test, { title: "Tweede", locale: "en", authors: "hidden" });

  const boards = (await test.app.inject({ url: "/api/boards", headers: organiser })).json<
    BoardSummary[]
  >();

  expect(boards.map(({ title }) => title)).toEqual(["Tweede", "Eerste"]);
});

it.each([
  [{}, "title"],
  [{ title: " " }, "title"],
  [{ title: "x", locale: "fr" }, "locale"],
  [{ title: "x", colour: "red" }, "additional properties"],
  [{ title: 5 }, "title"],
  [{ title: "a\u0000b" }, "cannot be stored"],
  [{ title: "\ud800" }, "cannot be stored"],
])("refuses %j and says why", async (payload, reason) => {
  await using test = await openTestApp();

  const answer = await test.app.inject({
    method: "POST",
    url: "/api/boards",
    headers: organiser,
    payload,
  });

  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: "INVALID_INPUT" });
  expect(answer.json<{ message: string }>().message).toContain(reason);
});

it("takes a template of one's own, but no two levers of one id", async () => {
  await using test = await openTestApp();
  const lever = { id: "a", number: 1, title: { fr: "Levier" } };
  const template = (levers: unknown[]) => ({
    id: "own",
    title: { fr: "Deux" },
    groups: [{ id: "g", title: { fr: "Groupe" }, hue: 10, levers }],
    labelSets: [],
  });
  const make = (levers: unknown[]) =>
    test.app.inject({
      method: "POST",
      url: "/api/boards",
      headers: organiser,
      payload: { title: "x", template: template(levers) },
    });

  expect((await make([lever])).statusCode).toBe(201);
  expect((await make([lever, lever])).json()).toMatchObject({ code: "INVALID_TEMPLATE" });
});

it.each(["standard", "gallery-walk", "standing"] as const)("takes the plan %s", async (plan) => {
  await using test = await openTestApp();

  const { board } = await openWorkshop(test, { plan });

  const session = await (await test.services.hub.room(board.id)).read(sessionOf);
  expect(session.plan).toEqual(readyPlans[plan]);
  expect(session.phase.id).toBe(readyPlans[plan][0]?.id);
});

it("takes a plan of one's own, but no two phases of one id, and none is a standing board", async () => {
  await using test = await openTestApp();
  const [phase] = readyPlans["gallery-walk"].slice(1);
  const make = (plan?: unknown) =>
    test.app.inject({
      method: "POST",
      url: "/api/boards",
      headers: organiser,
      payload: { title: "x", ...(plan !== undefined && { plan }) },
    });
  const planOf = async ({ id }: CreatedBoard) =>
    (await (await test.services.hub.room(id)).read(sessionOf)).plan;

  const [own, none] = [await make([phase]), await make()];

  expect(await planOf(own.json())).toEqual([phase]);
  expect(await planOf(none.json())).toEqual(readyPlans.standing);
  expect((await make([phase, phase])).json()).toMatchObject({ code: "INVALID_PLAN" });
  for (const plan of [[], "unknown", [{ ...phase, rights: {} }]]) {
    expect((await make(plan)).statusCode).toBe(400);
  }
});

it("erases a workshop with everything of it", async () => {
  await using test = await openTestApp();
  const { board, join } = await openWorkshop(test);
  const { token } = await join({ name: "Anna" });

  const answer = await test.app.inject({
    method: "DELETE",
    url: `/api/boards/${board.id}`,
    headers: { ...organiser, "content-type": "application/json" },
  });

  expect(answer.statusCode).toBe(204);
  const gone = await test.app.inject({ url: `/api/boards/${board.id}`, headers: organiser });
  expect(gone.json()).toMatchObject({ code: "BOARD_NOT_FOUND" });
  expect(gone.statusCode).toBe(404);
  const me = await test.app.inject({ url: `/api/boards/${board.id}/me`, headers: bearer(token) });
  expect(me.statusCode).toBe(401);
});

it("is the organiser's alone", async () => {
  await using test = await openTestApp();
  const { board, session, join } = await openWorkshop(test);
  const facilitator = await session(board.facilitatorKey);
  const participant = await join();

  const statuses = await Promise.all(
    [{}, bearer("wrong"), bearer(facilitator.token), bearer(participant.token)].map(
      async (headers) => (await test.app.inject({ url: "/api/boards", headers })).statusCode,
    ),
  );

  expect(statuses).toEqual([401, 401, 403, 403]);
});
