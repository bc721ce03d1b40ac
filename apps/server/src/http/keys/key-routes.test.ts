import type { BoardDetails, MadeKey, RenewedCode, StartedSession } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp, organiser, type TestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

const post = ({ app }: TestApp, url: string, token: string, payload?: object) =>
  app.inject({
    method: "POST",
    url: `/api/boards/${url}`,
    headers: bearer(token),
    ...(payload !== undefined && { payload }),
  });

it("makes a key for scribes when it is asked for, and tells the link it is in", async () => {
  await using test = await openTestApp({ PUBLIC_URL: "https://bord.example.org" });
  const { board, session } = await openWorkshop(test);
  const { token } = await session(board.facilitatorKey);

  const answer = await post(test, `${board.id}/keys`, token, { role: "scribe" });

  const { key, links } = answer.json<MadeKey>();
  expect(links).toEqual({ scribe: `https://bord.example.org/b/${board.id}/scribe#key=${key}` });
  expect(await session(key)).toMatchObject<Partial<StartedSession>>({ role: "scribe" });
  const url = `/api/boards/${board.id}`;
  const one = (await test.app.inject({ url, headers: organiser })).json<BoardDetails>();
  expect(one.keys).toEqual(["facilitator", "scribe", "viewer"]);
});

it.each([
  ["facilitator", "facilitate", "lead"],
  ["viewer", "project", "wall"],
] as const)("tells the link of a renewed key of a %s", async (role, name, page) => {
  await using test = await openTestApp();
  const { board, session } = await openWorkshop(test);
  const { token } = await session(board.facilitatorKey);

  const { key, links } = (await post(test, `${board.id}/keys`, token, { role })).json<MadeKey>();

  expect(Object.keys(links)).toEqual([name]);
  expect(links[name]).toContain(`/b/${board.id}/${page}#key=${key}`);
});

it("renews the join code: the old one opens nothing any more, and who is in stays in", async () => {
  await using test = await openTestApp();
  const { board, session, join } = await openWorkshop(test);
  const { token } = await session(board.facilitatorKey);
  const ann = await join();

  const answer = await post(test, `${board.id}/code`, token);

  expect(answer.statusCode).toBe(200);
  const { code } = answer.json<RenewedCode>();
  expect(code).toMatch(/^[CDFGHJKMNPRTVWXY34679]{6}$/);
  expect(code).not.toBe(board.code);
  const enter = async (typed: string) =>
    (await test.app.inject({ method: "POST", url: "/api/join", payload: { code: typed } }))
      .statusCode;
  expect([await enter(board.code), await enter(code)]).toEqual([404, 200]);
  const me = `/api/boards/${board.id}/me`;
  expect((await test.app.inject({ url: me, headers: bearer(ann.token) })).statusCode).toBe(200);
  const invitation = `/api/boards/${board.id}/invitation`;
  const shown = await test.app.inject({ url: invitation, headers: bearer(ann.token) });
  expect(shown.json()).toMatchObject({ code });
});

it("gives codes and keys to who leads alone", async () => {
  await using test = await openTestApp();
  const { board, session, join } = await openWorkshop(test);
  const people = [await join(), await session(board.viewerKey), { token: "wrong" }];

  const statuses = await Promise.all(
    people.map(async ({ token }) => [
      (await post(test, `${board.id}/code`, token)).statusCode,
      (await post(test, `${board.id}/keys`, token, { role: "scribe" })).statusCode,
    ]),
  );

  expect(statuses).toEqual([
    [403, 403],
    [403, 403],
    [401, 401],
  ]);
});
