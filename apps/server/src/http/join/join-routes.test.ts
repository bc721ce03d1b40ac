import { peopleOf } from "@hefboom/board";
import type { Joined, Me } from "@hefboom/contract";
import { expect, it } from "vitest";

import { OWN_ORIGIN, openTestApp, organiser, type TestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

const whoIs = async ({ app }: TestApp, boardId: string, headers: Record<string, string>) =>
  (await app.inject({ url: `/api/boards/${boardId}/me`, headers })).json<Me>();

it("lets somebody in who types the code in small letters with spaces and dashes", async () => {
  await using test = await openTestApp();
  const { board, join } = await openWorkshop(test);
  const typed = `${board.code.slice(0, 3).toLowerCase()} - ${board.code.slice(3).toLowerCase()} `;

  const joined = await join({ code: typed, name: " Anna  de   Vries ", consent: "named" });

  expect(joined).toMatchObject({ boardId: board.id, role: "participant" });
  expect(await whoIs(test, board.id, bearer(joined.token))).toEqual({
    personId: joined.participantId,
    role: "participant",
    consent: "named",
    name: "Anna de Vries",
  });
});

it("counts no answer as no, and shows only the names of who chose to be named", async () => {
  await using test = await openTestApp();
  const { board, join } = await openWorkshop(test);

  const silent = await join({ name: "Bea" });
  const named = await join({ name: "Carl", consent: "named" });
  const anonymous = await join({ name: "Dirk", consent: "anonymous" });

  expect((await whoIs(test, board.id, bearer(silent.token))).consent).toBe("none");
  const room = await test.services.hub.room(board.id);
  const people = await room.read((doc) => peopleOf(doc).toJSON());
  expect(people[named.participantId]).toEqual({ name: "Carl", hue: expect.any(Number) });
  expect(people[silent.participantId]).toEqual({ hue: expect.any(Number) });
  expect(people[anonymous.participantId]).toEqual({ hue: expect.any(Number) });
});

it("knows who comes back with the cookie or the token", async () => {
  await using test = await openTestApp();
  const { board, join } = await openWorkshop(test);
  const first = await join({ name: "Anna", consent: "anonymous" });
  const cookie = `hb_${board.id}_participant=${first.token}`;
  const again = (headers: Record<string, string>) =>
    test.app.inject({
      method: "POST",
      url: "/api/join",
      headers: { host: "localhost:80", ...headers },
      payload: { code: board.code, name: "Iemand anders" },
    });

  const byCookie = await again({ cookie, origin: OWN_ORIGIN });
  const byToken = await again(bearer(first.token));
  const withoutOrigin = await again({ cookie });

  expect(byCookie.json<Joined>()).toEqual(first);
  expect(byToken.json<Joined>()).toEqual(first);
  expect(withoutOrigin.statusCode).toBe(403);
});

it("sets a cookie that scripts cannot read, for https only where that is served", async () => {
  await using plain = await openTestApp();
  await using secure = await openTestApp({ PUBLIC_URL: "https://bord.example.org" });
  const cookieOf = async (test: TestApp) => {
    const { board } = await openWorkshop(test);
    const payload = { code: board.code };
    const answer = await test.app.inject({ method: "POST", url: "/api/join", payload });
    return String(answer.headers["set-cookie"]);
  };

  expect(await cookieOf(plain)).toMatch(
    /^hb_[0-9a-z]{20}_participant=[\w-]{32}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/,
  );
  expect(await cookieOf(secure)).toMatch(/; Secure$/);
});

it("refuses wrong codes, more and more of them for a minute, and never a right one", async () => {
  await using test = await openTestApp({ LIMIT_JOINS_PER_MINUTE: "3" });
  const { board } = await openWorkshop(test);
  const join = async (code: string) =>
    (await test.app.inject({ method: "POST", url: "/api/join", payload: { code } })).statusCode;

  const wrong = [await join("CCCCCC"), await join("nope"), await join(""), await join("DDDDDD")];
  const right = await join(board.code);
  test.clock.now += 61_000;
  const later = await join("CCCCCC");

  expect(wrong).toEqual([404, 404, 404, 429]);
  expect(right).toBe(200);
  expect(later).toBe(404);
});

it("is full at its limit", async () => {
  await using test = await openTestApp({ LIMIT_PARTICIPANTS: "1" });
  const { board, join } = await openWorkshop(test);
  await join();

  const payload = { code: board.code };
  const answer = await test.app.inject({ method: "POST", url: "/api/join", payload });

  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: "TOO_MANY_PARTICIPANTS" });
});

it("refuses a name that is too long or cannot be stored", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test);
  const join = async (name: string) =>
    (
      await test.app.inject({
        method: "POST",
        url: "/api/join",
        payload: { code: board.code, name },
      })
    ).statusCode;

  expect(await join("x".repeat(61))).toBe(400);
  expect(await join("a\u0000b")).toBe(400);
  expect(await join("\ud800")).toBe(400);
  expect(await join("x".repeat(60))).toBe(200);
});

it("forgets a token after half a year", async () => {
  await using test = await openTestApp();
  const { board, join } = await openWorkshop(test);
  const { token } = await join();
  const me = async () =>
    (await test.app.inject({ url: `/api/boards/${board.id}/me`, headers: bearer(token) }))
      .statusCode;

  test.clock.now += 179 * 86_400_000;
  const before = await me();
  test.clock.now += 2 * 86_400_000;

  expect([before, await me()]).toEqual([200, 401]);
  expect((await test.app.inject({ url: "/api/boards", headers: organiser })).statusCode).toBe(200);
});
