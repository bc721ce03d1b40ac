import { newId } from "@hefboom/board";
import type { Joined } from "@hefboom/contract";
import { expect, it } from "vitest";

import { OWN_ORIGIN, openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { openWorkshop } from "../../testing/workshop.ts";

const own = { host: "localhost:80", origin: OWN_ORIGIN };

/** A workshop that Anna is in, and that nobody new comes into. */
async function aClosedWorkshop(test: TestApp, settings: object) {
  const workshop = await openWorkshop(test);
  const { board, session, join, command } = workshop;
  const { token } = await session(board.facilitatorKey);
  const ann = await join({ name: "Anna" });
  const set = (to: object) => command(token, { op: "settings", id: newId(), settings: to });
  await set(settings);
  const cookie = `hb_${board.id}_participant=${ann.token}`;
  return { ...workshop, ann, cookie, set };
}

const joinBy = ({ app }: TestApp, code: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: "/api/join", headers, payload: { code } });
const sendForm = ({ app }: TestApp, code: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url: `/j/${code}`,
    headers: { ...own, "content-type": "application/x-www-form-urlencoded", ...headers },
    payload: `name=${"x".repeat(61)}`,
  });

it.each([{ isJoiningClosed: true }, { isClosed: true }])(
  "lets nobody new in with %j, by the API and by the page",
  async (settings) => {
    await using test = await openTestApp();
    const { board } = await aClosedWorkshop(test, settings);

    const api = await joinBy(test, board.code);
    const pages = [
      await test.app.inject({ url: `/j/${board.code}` }),
      await sendForm(test, board.code),
    ];

    expect(api.statusCode).toBe(403);
    expect(api.json()).toEqual({ code: "JOINING_CLOSED", message: expect.any(String) });
    for (const page of pages) {
      expect(page.statusCode).toBe(403);
      expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(page.payload).toContain("Er kan nu niemand meer bij");
    }
  },
);

it("lets everybody come back who was in, as who they are", async () => {
  await using test = await openTestApp();
  const { board, ann, cookie } = await aClosedWorkshop(test, { isJoiningClosed: true });

  const api = await joinBy(test, board.code, { ...own, cookie });
  const page = await test.app.inject({ url: `/j/${board.code}`, headers: { cookie } });
  const form = await sendForm(test, board.code, { cookie });

  expect(api.json<Joined>()).toEqual(ann);
  expect(page.payload).toContain("Verder als Anna");
  expect([form.statusCode, form.headers["location"]]).toEqual([303, `/b/${board.id}`]);
});

it("lets people in again once joining is open", async () => {
  await using test = await openTestApp();
  const { board, set } = await aClosedWorkshop(test, { isJoiningClosed: true });

  await set({ isJoiningClosed: false });

  expect((await joinBy(test, board.code)).statusCode).toBe(200);
});

it("tells no more of a wrong code than before", async () => {
  await using test = await openTestApp();
  await aClosedWorkshop(test, { isJoiningClosed: true });

  expect((await joinBy(test, "CCCCCC")).statusCode).toBe(404);
});
