import { textsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { defaultRoomLimits } from "../limits/room-limits.ts";
import { snapshotParts } from "../snapshot/snapshot-parts.ts";
import { openTestRoom } from "../testing/index.ts";
import {
  isBoardFull,
  keepInTail,
  openRoomState,
  type RoomState,
  updateSince,
} from "./room-state.ts";

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

it("opens from a snapshot's parts and what came after it", async () => {
  const { room, boardId, log } = await openTestRoom();
  const author = anActor();
  const [early, late] = [aCreate({ text: "early" }), aCreate({ text: "late" })];
  await room.submit(author, [early]);
  const { seq, epoch } = await room.state();
  const parts = await room.read((doc) => snapshotParts(doc, 5));
  await room.submit(author, [late]);

  await log.rewrite(boardId, { upTo: seq, epoch, parts });
  const state = await openRoomState(boardId, log, defaultRoomLimits);

  expect(parts.length).toBeGreaterThan(2);
  expect(textsIn(state)).toEqual(new Set(["early", "late"]));
});

it("gives who was away for long what is new, not the whole board", async () => {
  const { boardId, log } = await openTestRoom();
  const state = await openRoomState(boardId, log, defaultRoomLimits);
  state.doc.on("update", (update) => {
    state.seq += 1;
    keepInTail(state, { seq: state.seq, update });
  });
  const texts = state.doc.getMap("texts");
  for (let n = 0; n < 3_000; n += 1) texts.set(`before${n}`, new Y.Text("x".repeat(100)));
  const replica = new Y.Doc();
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(state.doc));
  const since = state.seq;
  for (let n = 0; n < 3_000; n += 1) texts.set("after", new Y.Text(`${n}`));

  const update = updateSince(state, since) ?? Uint8Array.of();
  Y.applyUpdate(replica, update);

  expect(update.byteLength).toBeLessThan(150_000);
  expect(replica.getMap("texts").toJSON()).toEqual(texts.toJSON());
});

it("refuses a damaged board by name", async () => {
  const { boardId, log } = await openTestRoom();
  await log.rewrite(boardId, { upTo: 1, epoch: 1, parts: [Uint8Array.of(1, 2, 3)] });

  const opening = openRoomState(boardId, log, defaultRoomLimits);

  await expect(opening).rejects.toMatchObject({
    code: "LOG_DAMAGED",
    message: expect.stringContaining(boardId),
  });
});

function textsIn({ doc }: RoomState): Set<string> {
  return new Set([...textsOf(doc).values()].map((text) => text.toString()));
}
