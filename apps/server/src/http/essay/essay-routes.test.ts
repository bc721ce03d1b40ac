import { type Card, newId } from "@hefboom/board";
import type { EssayFound, EssayView } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop, type Workshop } from "../../testing/workshop.ts";

const ESSAY = `# Een proef

## Samen beginnen

In deze wijk is veel gebeurd. Mensen vonden elkaar bij de bakker.

> „Wij begonnen gewoon met een bankje.”
> — Anna, buurtbewoner

## Verder gaan

Daarna kwam er een tuin. Niemand weet precies wie er begon.
`;

async function facilitate(test: TestApp): Promise<Workshop & { token: string }> {
  const workshop = await openWorkshop(test);
  const { token } = await workshop.session(workshop.board.facilitatorKey);
  return { ...workshop, token };
}

interface Put {
  boardId: string;
  token: string;
  body: string | Buffer;
  type?: string;
}
const put = ({ app }: TestApp, { boardId, token, body, type = "text/markdown" }: Put) =>
  app.inject({
    method: "PUT",
    url: `/api/boards/${boardId}/essay`,
    headers: { ...bearer(token), "content-type": type },
    payload: body,
  });

it("puts the quotes of an essay into the tray, and keeps its passages to be read", async () => {
  await using test = await openTestApp();
  const { board, token, join } = await facilitate(test);
  const participant = await join();

  const answer = await put(test, { boardId: board.id, token, body: ESSAY });

  expect(answer.statusCode).toBe(200);
  const found = answer.json<EssayFound>();
  expect(found.quotes.map(({ text }) => text)).toEqual(["Wij begonnen gewoon met een bankje."]);
  const url = `/api/boards/${board.id}/essay`;
  const view = (
    await test.app.inject({ url, headers: bearer(participant.token) })
  ).json<EssayView>();
  expect(view.sections.flatMap(({ passages }) => passages)).toEqual(found.passages);
  const cards = await (await test.services.hub.room(board.id)).cards();
  expect(cards).toMatchObject([{ kind: "quote", via: "essay", place: { lever: null } }]);
});

it("leaves a card that was placed where it is when the essay is loaded again", async () => {
  await using test = await openTestApp();
  const { board, token, command } = await facilitate(test);
  await put(test, { boardId: board.id, token, body: ESSAY });
  const room = await test.services.hub.room(board.id);
  const [card] = await room.cards();
  await command(token, { op: "place", id: newId(), cardId: card?.id, lever: "h04" });

  await put(test, { boardId: board.id, token, body: ESSAY });

  const placed: Card[] = await room.cards();
  expect(placed.map(({ place }) => place.lever)).toEqual(["h04"]);
});

it.each([
  { name: "empty", body: "", type: "text/plain", status: 400, code: "ESSAY_EMPTY" },
  { name: "blank", body: " \n ", type: "text/plain", status: 400, code: "ESSAY_EMPTY" },
  {
    name: "binary",
    body: Buffer.from([1, 0, 2, 0, 3]),
    type: "text/plain",
    status: 400,
    code: "ESSAY_BINARY",
  },
  {
    name: "long",
    body: "a".repeat(3_000_000),
    type: "text/plain",
    status: 413,
    code: "ESSAY_TOO_LARGE",
  },
  {
    name: "21 MiB",
    body: Buffer.alloc(21 * 1_048_576, "a"),
    type: "text/plain",
    status: 413,
    code: "BODY_TOO_LARGE",
  },
  {
    name: "a PDF",
    body: "%PDF-1.7",
    type: "application/pdf",
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
  },
  {
    name: "JSON",
    body: "{}",
    type: "application/json",
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
  },
])("refuses an essay that is $name", async ({ body, type, status, code }) => {
  await using test = await openTestApp();
  const { board, token } = await facilitate(test);

  const answer = await put(test, { boardId: board.id, token, body, type });

  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toEqual({ code, message: expect.any(String) });
});

it("says what to do with a PDF or a Word file", async () => {
  await using test = await openTestApp();
  const { board, token } = await facilitate(test);

  const answer = await put(test, {
    boardId: board.id,
    token,
    body: "%PDF-1.7",
    type: "application/pdf",
  });

  expect(answer.json<{ message: string }>().message).toContain("PDF essays are not supported yet");
});

it("is empty before an essay was loaded, and for the staff alone to load", async () => {
  await using test = await openTestApp();
  const { board, join } = await facilitate(test);
  const { token } = await join();

  const answer = await put(test, { boardId: board.id, token, body: ESSAY });
  const url = `/api/boards/${board.id}/essay`;
  const view = await test.app.inject({ url, headers: bearer(token) });

  expect(answer.statusCode).toBe(403);
  expect(view.json()).toEqual({ sections: [] });
});
