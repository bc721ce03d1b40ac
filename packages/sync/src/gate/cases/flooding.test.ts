import { TEXT_MAX_LENGTH_TYPED } from "@hefboom/board";
import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { defaultRoomLimits } from "../../limits/room-limits.ts";
import { GateBench, updateOf } from "../../testing/gate-bench.ts";

/** `update`, which deletes nothing, with the same range of one client's deletions again and again. */
function deletingOften(update: Uint8Array, clientId: number, times: number): Uint8Array {
  const deletions = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, times);
    for (let time = 0; time < times; time += 1) {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    }
  });
  return Uint8Array.of(...update.subarray(0, -1), ...deletions);
}

it("counts one deletion once, so that a text cannot grow past its limit behind it", () => {
  const bench = new GateBench();
  const replica = bench.replica(99);
  const letters = 2 * TEXT_MAX_LENGTH_TYPED;
  const update = updateOf(replica, () =>
    bench.textOf(bench.mine, replica).insert(0, "x".repeat(letters)),
  );

  const verdict = bench.take(deletingOften(update, 99, letters));

  expect(verdict).toMatchObject({ kind: "refuse", code: "invalid" });
  expect(bench.textOf(bench.mine).toString()).toBe("van mij");
});

it("counts the clientIDs of one update together", () => {
  const bench = new GateBench();
  const letters = Array.from({ length: defaultRoomLimits.clientIds + 1 }, (_, index) => {
    const replica = bench.replica(1_000 + index);
    return updateOf(replica, () => bench.textOf(bench.mine, replica).insert(0, "x"));
  });

  const tooMany = bench.take(Y.mergeUpdates(letters));
  const asManyAsAllowed = bench.take(Y.mergeUpdates(letters.slice(1)));

  expect(tooMany).toMatchObject({ kind: "refuse", code: "not-allowed" });
  expect(asManyAsAllowed.kind).toBe("apply");
});
