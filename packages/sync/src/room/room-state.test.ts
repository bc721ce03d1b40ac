import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { defaultRoomLimits } from "../limits/room-limits.ts";
import { openTestRoom } from "../testing/index.ts";
import { isBoardFull, openRoomState } from "./room-state.ts";

it("measures a full board once, not for everybody who asks", async () => {
  const { boardId, log } = await openTestRoom();
  const state = await openRoomState(boardId, log, { ...defaultRoomLimits, boardBytes: 100 });

  const first = isBoardFull(state);
  const measured = state.sizeBytes;
  state.doc.getText("more").insert(0, "x".repeat(100));
  const second = isBoardFull(state);

  expect([first, second, state.sizeBytes]).toEqual([true, true, measured]);
});

it("takes cards again when something was deleted from a full board", async () => {
  const { room } = await openTestRoom({}, { boardBytes: 12_000 });
  const author = anActor();
  const text = "x".repeat(900);
  const large = Array.from({ length: 20 }, () => aCreate({ text }));
  await room.submit(author, large);

  const full = await room.submit(author, [aCreate()]);
  await room.submit(
    author,
    large.map(({ cardId, id }) => ({
      op: "delete",
      id: `${cardId.slice(10)}${id.slice(10)}`,
      cardId,
    })),
  );
  const again = await room.submit(author, [aCreate()]);

  expect(full).toMatchObject([{ refused: "board-full" }]);
  expect(again).toMatchObject([{ saved: true }]);
});
