import {
  type Card,
  newId,
  peopleOf,
  readLevers,
  readMeta,
  readyPlans,
  sessionOf,
} from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import type { BoardDetails, CreatedBoard, EssayView } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp, organiser, type TestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

const ESSAY = `# Een proef

> „Wij begonnen gewoon met een bankje.”
> — Anna, buurtbewoner
`;

/** A workshop of two levers in English with an essay, in its second phase, and a card of a participant. */
async function aWorkshop(test: TestApp) {
  const template = {
    id: "own",
    title: { en: "Two" },
    groups: [
      {
        id: "g",
        title: { en: "Group" },
        hue: 10,
        levers: [
          { id: "b", number: 2, title: { en: "Second" }, hint: { en: "Hint" } },
          { id: "a", number: 1, title: { en: "First" } },
        ],
      },
    ],
    labelSets: [{ id: "s", title: { en: "Scale" }, labels: [{ id: "x", title: { en: "X" } }] }],
  };
  const plan = [...readyPlans["gallery-walk"]];
  const workshop = await openWorkshop(test, { locale: "en", authors: "hidden", template, plan });
  const { board, session, join, command } = workshop;
  const { token } = await session(board.facilitatorKey);
  const headers = { ...bearer(token), "content-type": "text/markdown" };
  const url = `/api/boards/${board.id}/essay`;
  await test.app.inject({ method: "PUT", url, headers, payload: ESSAY });
  await command(token, { op: "phase", id: newId(), to: "walk", seq: 0 });
  const ann = await join({ name: "Anna", consent: "named" });
  await command(ann.token, aCreate({ lever: "a" }));
  return { ...workshop, token, ann };
}

const copy = ({ app }: TestApp, boardId: string, headers: Record<string, string>) =>
  app.inject({
    method: "POST",
    url: `/api/boards/${boardId}/copy`,
    headers,
    payload: { title: " Nog een keer " },
  });

it("makes a board of the same shape, with keys of its own and at its first phase", async () => {
  await using test = await openTestApp();
  const { board, token } = await aWorkshop(test);
  const room = await test.services.hub.room(board.id);

  const answer = await copy(test, board.id, bearer(token));

  expect(answer.statusCode).toBe(201);
  const made = answer.json<CreatedBoard>();
  expect(made.links.facilitate).toContain(`/b/${made.id}/lead#key=${made.facilitatorKey}`);
  expect(made.id).not.toBe(board.id);
  expect(made.code).not.toBe(board.code);
  const copied = await test.services.hub.room(made.id);
  const [before, after] = [await room.read(readMeta), await copied.read(readMeta)];
  const { groups, labelSets, plan, authors, locale } = before;
  expect(after).toMatchObject({ groups, labelSets, plan, authors, locale, epoch: 1 });
  expect(after.title).toEqual({ en: "Nog een keer" });
  expect(after.phase).toMatchObject({ id: "welcome", seq: 0 });
  expect(await copied.read(readLevers)).toEqual(await room.read(readLevers));
  expect((await room.read(sessionOf)).phase.id).toBe("walk");
});

it("takes the essay with its quotes along, and nothing of people", async () => {
  await using test = await openTestApp();
  const { board, token } = await aWorkshop(test);

  const made = (await copy(test, board.id, bearer(token))).json<CreatedBoard>();

  const room = await test.services.hub.room(made.id);
  const cards: Card[] = await room.cards();
  expect(cards).toMatchObject([{ kind: "quote", via: "essay", place: { lever: null } }]);
  expect(await room.read((doc) => peopleOf(doc).size)).toBe(0);
  const get = async <T>(path: string, id: string) =>
    (await test.app.inject({ url: `/api/boards/${id}${path}`, headers: organiser })).json<T>();
  expect(await get<EssayView>("/essay", made.id)).toEqual(await get<EssayView>("/essay", board.id));
  expect(await get<BoardDetails>("", made.id)).toMatchObject({ cards: 1, participants: 0 });
});

it("is for who leads that board", async () => {
  await using test = await openTestApp();
  const { board, ann, session } = await aWorkshop(test);
  const other = await openWorkshop(test);
  const elsewhere = await other.session(other.board.facilitatorKey);
  const viewer = await session(board.viewerKey);

  const tokens = [ann.token, viewer.token, elsewhere.token, "wrong"];
  const refused = await Promise.all(
    tokens.map(async (each) => (await copy(test, board.id, bearer(each))).statusCode),
  );

  expect(refused).toEqual([403, 403, 403, 401]);
  expect((await copy(test, board.id, organiser)).statusCode).toBe(201);
  expect((await copy(test, newId(), organiser)).statusCode).toBe(404);
});

it("wants a title that can be stored", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test);
  const url = `/api/boards/${board.id}/copy`;

  for (const payload of [{}, { title: " " }, { title: "a\u0000b" }, { title: "a", plan: [] }]) {
    const answer = await test.app.inject({ method: "POST", url, headers: organiser, payload });
    expect(answer.statusCode).toBe(400);
  }
});
