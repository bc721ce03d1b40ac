import type { Me, StartedSession } from "@hefboom/contract";
import { expect, it } from "vitest";

import {
  OWN_ORIGIN,
  openTestApp,
  organiser,
  TEST_ORGANISER_KEY,
  type TestApp,
} from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

const start = ({ app }: TestApp, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: "/api/sessions", payload, headers });

it("trades a board's key for a token and a cookie of its role", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test);

  const facilitator = await start(test, { key: board.facilitatorKey });
  const viewer = await start(test, { key: board.viewerKey, boardId: board.id });

  expect(facilitator.json()).toMatchObject({ boardId: board.id, role: "facilitator" });
  expect(viewer.json()).toMatchObject({ boardId: board.id, role: "viewer" });
  expect(facilitator.headers["set-cookie"]).toContain(`hb_${board.id}_facilitator=`);
  expect(viewer.headers["set-cookie"]).toContain(`hb_${board.id}_viewer=`);
});

it("lets the organiser in on every board, with the rights of a facilitator", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test);

  const session = (await start(test, { key: TEST_ORGANISER_KEY })).json<StartedSession>();

  expect(session).toEqual({ token: expect.any(String), role: "organiser" });
  const url = `/api/boards/${board.id}/export?format=csv`;
  const answer = await test.app.inject({ url, headers: bearer(session.token) });
  expect(answer.statusCode).toBe(200);
});

it("refuses a wrong key, and a key of another board", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test);
  const other = await openWorkshop(test);

  const wrong = await start(test, { key: "wrong" });
  const elsewhere = await start(test, { key: board.viewerKey, boardId: other.board.id });

  expect([wrong.statusCode, elsewhere.statusCode]).toEqual([401, 401]);
  expect(wrong.json()).toMatchObject({ code: "UNKNOWN_KEY" });
});

it("stays one person when a browser opens the same link again", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test);
  const first = (await start(test, { key: board.facilitatorKey })).json<StartedSession>();
  const cookie = `hb_${board.id}_facilitator=${first.token}`;

  const again = await start(
    test,
    { key: board.facilitatorKey },
    { cookie, origin: OWN_ORIGIN, host: "localhost:80" },
  );
  const elsewhere = await start(test, { key: board.facilitatorKey });

  expect(again.json<StartedSession>().token).toBe(first.token);
  expect(elsewhere.json<StartedSession>().token).not.toBe(first.token);
});

it("renews a key: the old one and its sessions die, the others stay", async () => {
  await using test = await openTestApp();
  const { board, session } = await openWorkshop(test);
  const facilitator = await session(board.facilitatorKey);
  const viewer = await session(board.viewerKey);

  const answer = await test.app.inject({
    method: "POST",
    url: `/api/boards/${board.id}/keys`,
    headers: bearer(facilitator.token),
    payload: { role: "viewer" },
  });

  expect(answer.statusCode).toBe(200);
  const { key } = answer.json<{ key: string }>();
  expect((await start(test, { key: board.viewerKey })).statusCode).toBe(401);
  expect((await start(test, { key })).json()).toMatchObject({ role: "viewer" });
  const statusOf = async (token: string) =>
    (await test.app.inject({ url: `/api/boards/${board.id}/me`, headers: bearer(token) }))
      .statusCode;
  expect(await statusOf(viewer.token)).toBe(401);
  expect(await statusOf(facilitator.token)).toBe(200);
});

it("counts the cookie of the role that a page says it is", async () => {
  await using test = await openTestApp();
  const { board, join, session } = await openWorkshop(test);
  const participant = await join();
  const facilitator = await session(board.facilitatorKey);
  const cookie = [
    `hb_${board.id}_participant=${participant.token}`,
    `hb_${board.id}_facilitator=${facilitator.token}`,
  ].join("; ");
  const roleAs = async (headers: Record<string, string>) => {
    const url = `/api/boards/${board.id}/me`;
    return (await test.app.inject({ url, headers: { cookie, ...headers } })).json<Me>().role;
  };

  expect(await roleAs({})).toBe("participant");
  expect(await roleAs({ "x-hefboom-role": "facilitator" })).toBe("facilitator");
  expect(await roleAs({ "x-hefboom-role": "viewer" })).toBe("viewer");
  expect(await roleAs(organiser)).toBe("organiser");
  expect(await roleAs({ "x-hefboom-role": "scribe" })).toBeUndefined();
});

it("takes no cookie from a page of another site, and none without an Origin, for what changes something", async () => {
  await using test = await openTestApp();
  const { board, session } = await openWorkshop(test);
  const { token } = await session(board.facilitatorKey);
  const renew = async (headers: Record<string, string>) =>
    (
      await test.app.inject({
        method: "POST",
        url: `/api/boards/${board.id}/keys`,
        headers: { host: "localhost:80", ...headers },
        payload: { role: "viewer" },
      })
    ).statusCode;
  const cookie = `hb_${board.id}_facilitator=${token}`;

  expect(await renew({ cookie })).toBe(403);
  expect(await renew({ cookie, origin: "http://evil.example" })).toBe(403);
  expect(await renew({ cookie, origin: "null" })).toBe(403);
  expect(await renew({ ...bearer(token), origin: "http://evil.example" })).toBe(403);
  expect(await renew({ cookie, origin: OWN_ORIGIN })).toBe(200);
});
