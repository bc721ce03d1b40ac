import type { BoardSummary, CreatedBoard } from "@hefboom/contract";
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
  expect(one.json<BoardSummary>()).toEqual({
    id: board.id,
    code: board.code,
    title: "Jij kleurt de wijk",
    locale: "nl",
    authors: "shown",
    createdAt: test.clock.now,
    cards: 0,
    participants: 0,
  });
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
