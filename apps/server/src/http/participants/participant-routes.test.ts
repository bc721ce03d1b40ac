import { newId } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import type { Participants } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

it("lists who joined, in that order, with their cards, and with the names of who chose to be named", async () => {
  await using test = await openTestApp();
  const { board, session, join, command } = await openWorkshop(test);
  const { token } = await session(board.facilitatorKey);
  const ann = await join({ name: "Anna", consent: "named" });
  test.clock.now += 1_000;
  const bob = await join({ name: "Bob", consent: "anonymous" });
  const gone = aCreate();
  await command(bob.token, [aCreate(), aCreate(), gone]);
  await command(bob.token, { op: "delete", id: newId(), cardId: gone.cardId });
  await command(token, { op: "stop", id: newId(), personId: bob.participantId });

  const url = `/api/boards/${board.id}/participants`;
  const answer = await test.app.inject({ url, headers: bearer(token) });

  const joinedAt = test.clock.now;
  expect(answer.json<Participants>()).toEqual({
    participants: [
      {
        id: ann.participantId,
        name: "Anna",
        joinedAt: joinedAt - 1_000,
        isStopped: false,
        cards: 0,
      },
      { id: bob.participantId, joinedAt, isStopped: true, cards: 2 },
    ],
  });
  expect(answer.headers["cache-control"]).toBe("private, no-store");
});

it("tells with authors hidden of nobody how many cards are theirs", async () => {
  await using test = await openTestApp();
  const { board, session, join, command } = await openWorkshop(test, { authors: "hidden" });
  const { token } = await session(board.facilitatorKey);
  const ann = await join({ name: "Anna", consent: "named" });
  await command(ann.token, [aCreate()]);

  const url = `/api/boards/${board.id}/participants`;
  const answer = await test.app.inject({ url, headers: bearer(token) });

  const [first] = answer.json<Participants>().participants;
  expect(first).toMatchObject({ id: ann.participantId, name: "Anna" });
  expect(first).not.toHaveProperty("cards");
});

it("shows the list to who leads alone", async () => {
  await using test = await openTestApp();
  const { board, session, join } = await openWorkshop(test);
  const people = [await join(), await session(board.viewerKey), { token: "wrong" }];

  const statuses = await Promise.all(
    people.map(async ({ token }) => {
      const url = `/api/boards/${board.id}/participants`;
      return (await test.app.inject({ url, headers: bearer(token) })).statusCode;
    }),
  );

  expect(statuses).toEqual([403, 403, 401]);
});
