import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { defaultRoomLimits } from "../limits/room-limits.ts";
import { openRoomState } from "../state/room-state.ts";
import { openTestRoom } from "../testing/index.ts";
import { CatchUps } from "./catch-ups.ts";

/** A board larger than what is kept of its newest updates: whoever is at its beginning gets all of it. */
async function aLargeState() {
  const { room, log, boardId } = await openTestRoom();
  const facilitator = anActor("facilitator");
  for (let batch = 0; batch < 24; batch += 1) {
    const creates = Array.from({ length: 100 }, () => aCreate({ text: "b".repeat(1_000) }));
    await room.submit(facilitator, creates);
  }
  return openRoomState(boardId, log, defaultRoomLimits);
}

it("makes an update once for all who are at the same place", async () => {
  const state = await aLargeState();
  const catchUps = new CatchUps();

  expect(catchUps.update(state, 3)).toBe(catchUps.update(state, 3));
});

it("does not keep a copy of the board for each place that somebody names", async () => {
  const state = await aLargeState();
  const catchUps = new CatchUps();

  const first = catchUps.update(state, 1);
  for (let since = 2; since < 7; since += 1) catchUps.update(state, since);

  expect(catchUps.update(state, 1)).not.toBe(first);
});
