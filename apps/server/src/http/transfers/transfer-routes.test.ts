import { newId } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import type { Me, TransferOffer } from "@hefboom/contract";
import { expect, it } from "vitest";

import { SqliteErasureStore } from "../../adapters/sqlite-erasure-store.ts";
import { openTestApp, organiser, type TestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

async function aParticipant(test: TestApp) {
  const workshop = await openWorkshop(test);
  const ann = await workshop.join({ name: "Anna", consent: "named" });
  const ask = (token = ann.token) =>
    test.app.inject({
      method: "POST",
      url: `/api/boards/${workshop.board.id}/transfer`,
      headers: bearer(token),
    });
  return { ...workshop, ann, ask };
}

const take = ({ app }: TestApp, code: string) =>
  app.inject({ method: "POST", url: "/api/transfers", payload: { code } });

it("makes somebody the same person on a second device, by a cookie of its own", async () => {
  await using test = await openTestApp();
  const { board, ann, ask, command } = await aParticipant(test);

  const { code, expiresAt } = (await ask()).json<TransferOffer>();
  const answer = await take(test, code);

  expect(expiresAt).toBe(test.clock.now + 300_000);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ boardId: board.id });
  const set = String(answer.headers["set-cookie"]);
  expect(set).toMatch(/^hb_[0-9a-z]{20}_participant=[\w-]{32}; .*HttpOnly; SameSite=Lax$/);
  const cookie = set.split(";")[0] ?? "";
  expect(cookie).not.toContain(ann.token);
  const url = `/api/boards/${board.id}/me`;
  const me = (await test.app.inject({ url, headers: { cookie } })).json<Me>();
  expect(me).toMatchObject({ personId: ann.participantId, name: "Anna", consent: "named" });
  expect(await command(ann.token, aCreate())).toMatchObject({ body: [{ saved: true }] });
});

it("takes a code once, and for five minutes", async () => {
  await using test = await openTestApp();
  const { ask } = await aParticipant(test);
  const first = (await ask()).json<TransferOffer>();
  await take(test, first.code);
  const second = (await ask()).json<TransferOffer>();

  const twice = await take(test, first.code);
  test.clock.now += 300_000;
  const tooLate = await take(test, second.code);

  for (const answer of [twice, tooLate]) {
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: "UNKNOWN_TRANSFER" });
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
});

it("counts wrong codes together with wrong join codes, and never a right one", async () => {
  await using test = await openTestApp({ LIMIT_JOINS_PER_MINUTE: "2" });
  const { ask } = await aParticipant(test);
  const { code } = (await ask()).json<TransferOffer>();

  const wrong = [
    (await take(test, "nope")).statusCode,
    (await test.app.inject({ method: "POST", url: "/api/join", payload: { code: "CCCCCC" } }))
      .statusCode,
    (await take(test, "")).statusCode,
  ];
  const right = await take(test, code);

  expect(wrong).toEqual([404, 404, 429]);
  expect(right.statusCode).toBe(200);
});

it("opens nothing for who was stopped, or was erased since", async () => {
  await using test = await openTestApp();
  const { board, ann, ask, session, command, join } = await aParticipant(test);
  const { token } = await session(board.facilitatorKey);
  const bob = await join();
  const [anns, bobs] = [(await ask()).json<TransferOffer>(), (await ask(bob.token)).json()];
  await command(token, { op: "stop", id: newId(), personId: ann.participantId });
  const erased = { boardId: board.id, kind: "person", target: bob.participantId } as const;
  await test.services.eraser.finish(erased);

  const stopped = await take(test, anns.code);
  const gone = await take(test, (bobs as TransferOffer).code);

  expect([stopped.statusCode, stopped.json()]).toMatchObject([403, { code: "STOPPED" }]);
  expect([gone.statusCode, gone.json()]).toMatchObject([404, { code: "UNKNOWN_TRANSFER" }]);
  expect((await ask()).json()).toMatchObject({ code: "STOPPED" });
});

it("is for participants alone, and refuses a page of another site", async () => {
  await using test = await openTestApp();
  const { board, session, ask } = await aParticipant(test);
  const staff = await session(board.facilitatorKey);
  const { code } = (await ask()).json<TransferOffer>();

  const foreign = await test.app.inject({
    method: "POST",
    url: "/api/transfers",
    headers: { origin: "http://evil.example" },
    payload: { code },
  });

  expect((await ask(staff.token)).statusCode).toBe(403);
  expect((await ask("wrong")).statusCode).toBe(401);
  const url = `/api/boards/${board.id}/transfer`;
  const asOrganiser = await test.app.inject({ method: "POST", url, headers: organiser });
  expect(asOrganiser.statusCode).toBe(403);
  expect(foreign.statusCode).toBe(403);
  expect((await take(test, code)).statusCode).toBe(200);
});

it.each(["rehearsal", "person"] as const)(
  "takes no code of somebody who goes with everything they did: %s",
  async (kind) => {
    await using test = await openTestApp();
    const { board, ann, ask } = await aParticipant(test);
    const { code } = (await ask()).json<TransferOffer>();
    const erasures = new SqliteErasureStore(test.database);
    const target = kind === "person" ? ann.participantId : board.id;
    const erasure = {
      job: "job",
      boardId: board.id,
      kind,
      target,
      at: 1,
      state: "running",
    } as const;
    if (kind === "rehearsal") await erasures.dismiss(board.id); // the clearing is under way

    const meanwhile = kind === "rehearsal" ? await take(test, code) : undefined;
    await erasures.eraseRows(erasure);
    const after = await take(test, code);

    if (meanwhile !== undefined) expect(meanwhile.statusCode).toBe(404);
    expect(after.json()).toMatchObject({ code: "UNKNOWN_TRANSFER" });
    expect(await test.services.store.participants(board.id)).toEqual([]);
  },
);
