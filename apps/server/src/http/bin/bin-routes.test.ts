import { BIN_KEEPS_MS, newId } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import type { Bin } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

/** A workshop with one card of Els in the bin. */
async function aFullBin(test: TestApp) {
  const workshop = await openWorkshop(test);
  const els = await workshop.join({ name: "Els" });
  const create = aCreate({ kind: "quote", text: "Weg ermee", speaker: "Jan" });
  const remove = { op: "delete", id: newId(), cardId: create.cardId };
  await workshop.command(els.token, [create, remove]);
  const bin = (token: string) =>
    test.app.inject({ url: `/api/boards/${workshop.board.id}/bin`, headers: bearer(token) });
  const staff = await workshop.session(workshop.board.facilitatorKey);
  return { ...workshop, els, staff, create, remove, bin };
}

it("shows deleted cards to their author and to staff, and to nobody else", async () => {
  await using test = await openTestApp();
  const { els, staff, join, session, board, create, bin } = await aFullBin(test);
  const piet = await join();
  const viewer = await session(board.viewerKey);

  const answers = await Promise.all([els, staff, piet, viewer].map(({ token }) => bin(token)));

  const card = {
    cardId: create.cardId,
    kind: "quote",
    text: "Weg ermee",
    lever: "h01",
    speaker: "Jan",
    binnedAt: test.clock.now,
    keptUntil: test.clock.now + BIN_KEEPS_MS,
  };
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 403]);
  expect(answers.slice(0, 3).map((answer) => answer.json<Bin>())).toEqual([
    { cards: [card] },
    { cards: [card] },
    { cards: [] },
  ]);
  expect((await bin("wrong")).statusCode).toBe(401);
});

it("lets a card out again, for its author and for staff, while it is kept", async () => {
  await using test = await openTestApp();
  const { els, staff, join, create, remove, bin, command } = await aFullBin(test);
  const piet = await join();
  const restore = () => ({ op: "restore", id: newId(), cardId: create.cardId });

  const stranger = await command(piet.token, restore());
  const undone = await command(els.token, { op: "undo", id: newId(), command: remove.id });
  const left = await bin(staff.token);
  await command(staff.token, { ...remove, id: newId() });
  test.clock.now += BIN_KEEPS_MS;
  const tooLate = await command(els.token, restore());

  expect(stranger.body).toMatchObject([{ refused: "not-allowed" }]);
  expect(undone.body).toMatchObject([{ saved: true }]);
  expect(left.json()).toEqual({ cards: [] });
  expect(tooLate.body).toMatchObject([{ refused: "not-found" }]);
  expect((await bin(staff.token)).json()).toEqual({ cards: [] });
});

it("loses its bin with the board", async () => {
  await using test = await openTestApp();
  const { board, els, bin } = await aFullBin(test);

  await test.services.office.erase(board.id);

  expect((await bin(els.token)).statusCode).toBe(401);
});

it("is described", async () => {
  await using test = await openTestApp();

  const description = await test.app.inject({ url: "/api/openapi.json" });

  expect(description.json()).toHaveProperty(["paths", "/api/boards/{boardId}/bin", "get"]);
});
