import { expect, it } from "vitest";

import type { PackedLog } from "./packed-log.ts";
import { StateReader } from "./state-reader.ts";
import { SnapshotWorker } from "./thread/snapshot-worker.ts";

/** A board that somebody writes on all the time, and whose log is read when `go` is called. */
function openReader() {
  const readings: { go: () => void; fail: () => void }[] = [];
  let head = 0;
  let epoch = 1;
  const boards = {
    shape: async () => {
      head += 1;
      return { epoch, head, collectedTo: 0, snapshotBytes: 0 };
    },
    packed: () =>
      new Promise<PackedLog>((resolve, reject) => {
        const log = { epoch, head, snapshot: undefined, updates: [] };
        readings.push({ go: () => resolve(log), fail: () => reject(new Error("damaged")) });
      }),
  };
  const states = new StateReader({ boards, worker: new SnapshotWorker(), now: () => 0 });
  const erase = () => {
    epoch += 1;
  };
  return { states, readings, erase };
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it("reads a board once at a time, and once more for all who asked meanwhile", async () => {
  const { states, readings } = openReader();
  const first = states.whole("a");
  await settled();
  const later = Array.from({ length: 20 }, () => states.whole("a"));
  await settled();
  const atFirst = readings.length;

  readings[0]?.go();
  const before = await first;
  while (readings.length < 2) await settled();
  readings[1]?.go();
  const after = await Promise.all(later);

  expect([atFirst, readings.length]).toEqual([1, 2]);
  expect(after.every(({ seq }) => seq > before.seq)).toBe(true);
});

it("does the same for parts, and goes on after a reading that failed", async () => {
  const { states, readings } = openReader();
  const first = states.parts("a");
  await settled();
  const second = states.parts("a");
  await settled();

  readings[0]?.fail();
  await expect(first).rejects.toThrow("damaged");
  while (readings.length < 2) await settled();
  readings[1]?.go();

  expect((await second).seq).toBeGreaterThan(1);
});

it("gives nobody what was read before something was erased, however recent", async () => {
  const { states, readings, erase } = openReader();
  const first = states.parts("a", "recent");
  while (readings.length < 1) await settled();
  readings[0]?.go();
  await (await first).end;
  const recent = await states.parts("a", "recent");
  erase();

  const after = states.parts("a", "recent");
  while (readings.length < 2) await settled();
  readings[1]?.go();

  expect(recent).toBe(await first);
  expect((await after).epoch).toBe(2);
});
