import { newId } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { openTestRoom } from "../../testing/index.ts";

it("lets everybody go on writing on a lever, whatever keys somebody laid there", async () => {
  const { room, troubles, openAgain } = await openTestRoom();
  const [mallory, ann] = [anActor(), anActor()];
  const lowest = `A${"0".repeat(26)}`;
  const on = (order?: string) => aCreate({ lever: "h01", ...(order !== undefined && { order }) });
  const first = on(`A${"0".repeat(25)}1`);
  const second = on(`${lowest}${"V".repeat(40)}`);

  await room.submit(mallory, [first, second]);
  await room.submit(mallory, [{ op: "delete", id: newId(), cardId: first.cardId }]);
  await room.submit(mallory, [on(`${lowest}${"z".repeat(40)}`)]);
  const here = await room.submit(ann, [on()]);
  const again = await (await openAgain()).submit(ann, [on()]);

  expect([here, again].flat()).toMatchObject([{ saved: true }, { saved: true }]);
  expect(troubles).toEqual([]);
});
