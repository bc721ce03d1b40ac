import { newId, peopleOf } from "@hefboom/board";
import { expect, it } from "vitest";

import { openTestApp } from "../testing/open-test-app.ts";
import { openWorkshop } from "../testing/workshop.ts";
import { refillBoard } from "./refill-board.ts";

it("makes known again who came in while the board was being cleared", async () => {
  await using test = await openTestApp();
  const { board, session, join, command } = await openWorkshop(test);
  const { token } = await session(board.facilitatorKey);
  const ann = await join({ name: "Anna", consent: "named" });
  const bob = await join({ name: "Bob", consent: "anonymous" });
  const room = await test.services.hub.room(board.id);
  await room.clear();

  await refillBoard(test.services, board.id);

  expect(await room.read((doc) => peopleOf(doc).toJSON())).toEqual({
    [ann.participantId]: { name: "Anna", hue: expect.any(Number) },
    [bob.participantId]: { hue: expect.any(Number) },
  });
  const stop = { op: "stop", id: newId(), personId: ann.participantId };
  expect(await command(token, stop)).toMatchObject({ body: [{ saved: true }] });
});
