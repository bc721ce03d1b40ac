import { newId } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import type { Joined } from "@hefboom/contract";
import { expect, it } from "vitest";

import { OWN_ORIGIN, openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

const host = "localhost:80";

async function aStoppedPerson(test: TestApp) {
  const workshop = await openWorkshop(test);
  const { board, session, join, command } = workshop;
  const staff = await session(board.facilitatorKey);
  const ann = await join({ name: "Anna" });
  const cookie = `hb_${board.id}_participant=${ann.token}`;
  const set = (op: "stop" | "readmit") =>
    command(staff.token, { op, id: newId(), personId: ann.participantId });
  await set("stop");
  return { ...workshop, ann, cookie, staff, readmit: () => set("readmit") };
}

const joinAgain = ({ app }: TestApp, code: string, headers: Record<string, string>) =>
  app.inject({ method: "POST", url: "/api/join", headers, payload: { code } });

it("answers everything that somebody asks who was stopped with STOPPED, by token and by cookie", async () => {
  await using test = await openTestApp();
  const { board, ann, cookie, command } = await aStoppedPerson(test);
  const get = (path: string, headers: Record<string, string>) =>
    test.app.inject({ url: `/api/boards/${board.id}${path}`, headers });

  const answers = await Promise.all([
    get("/me", bearer(ann.token)),
    get("/me", { cookie }),
    get("/state", bearer(ann.token)),
    get("/bin", bearer(ann.token)),
    joinAgain(test, board.code, bearer(ann.token)),
    joinAgain(test, board.code, { host, origin: OWN_ORIGIN, cookie }),
  ]);

  for (const answer of answers) {
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toEqual({ code: "STOPPED", message: expect.any(String) });
  }
  const written = await command(ann.token, aCreate());
  expect(written).toMatchObject({ statusCode: 403, body: { code: "STOPPED" } });
});

it("lets no socket in of who was stopped", async () => {
  await using test = await openTestApp();
  const { board, ann, readmit } = await aStoppedPerson(test);
  const { credentials } = test.services;
  const knock = { headers: {}, url: `/sync/${board.id}?token=${ann.token}`, boardId: board.id };

  const stopped = await credentials.onBoard(knock);
  await readmit();
  const again = await credentials.onBoard(knock);

  expect(stopped).toBeUndefined();
  expect(again?.actor.personId).toBe(ann.participantId);
});

it("says so on the page of the code, in words", async () => {
  await using test = await openTestApp();
  const { board, cookie, readmit } = await aStoppedPerson(test);
  const page = () => test.app.inject({ url: `/j/${board.code}`, headers: { cookie } });

  const stopped = await page();
  await readmit();
  const again = await page();

  expect(stopped.statusCode).toBe(403);
  expect(stopped.payload).toContain("De begeleider heeft je deelname stopgezet");
  expect(stopped.payload).not.toContain("<form");
  expect(again.payload).toContain("Verder als Anna");
});

it("knows them again at once when they are let in again, with their cards", async () => {
  await using test = await openTestApp();
  const { board, ann, cookie, command, readmit } = await aStoppedPerson(test);

  await readmit();

  const back = await joinAgain(test, board.code, { host, origin: OWN_ORIGIN, cookie });
  expect(back.json<Joined>()).toEqual(ann);
  expect(await command(ann.token, aCreate())).toMatchObject({ body: [{ saved: true }] });
});

it("stops nobody else", async () => {
  await using test = await openTestApp();
  const { board, join, staff } = await aStoppedPerson(test);
  const bob = await join();

  const statuses = await Promise.all(
    [bob, staff].map(async ({ token }) => {
      const url = `/api/boards/${board.id}/me`;
      return (await test.app.inject({ url, headers: bearer(token) })).statusCode;
    }),
  );

  expect(statuses).toEqual([200, 200]);
});
