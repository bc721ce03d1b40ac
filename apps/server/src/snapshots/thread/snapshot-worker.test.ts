import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { SnapshotThreadError, SnapshotWorker } from "./snapshot-worker.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A thread that does what the board is called. */
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from "node:worker_threads";
  parentPort.on("message", ({ n, board }) => {
    if (board.boardId === "hangs") for (;;);
    if (board.boardId === "grows") throw new RangeError("out of memory");
    if (board.boardId === "trouble") parentPort.postMessage({ n, failure: "x", isDamage: false });
    else if (board.boardId === "damaged") parentPort.postMessage({ n, failure: "x", isDamage: true });
    else parentPort.postMessage({ n, result: [] });
  });
`)}`,
);
const update = new Uint8Array();
/** Long enough for a thread. */
const log = {
  epoch: 1,
  head: 200,
  snapshot: undefined,
  updates: Array.from({ length: 200 }, (_, index) => ({ seq: index + 1, update })),
};

it("stops a thread that hangs, and gives the next job a new one", async () => {
  await using worker = new SnapshotWorker({ script, silenceMaxMs: 1_000 });
  const hanging = worker.run("tail", "hangs", log);
  const behind = worker.run("tail", "fine", log);
  const failed = Promise.allSettled([hanging, behind]);

  vi.advanceTimersByTime(1_000);
  const after = await worker.run("tail", "fine", log);

  expect((await failed).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(hanging).rejects.toBeInstanceOf(SnapshotThreadError);
  expect(after).toEqual([]);
});

it("counts the time of a job from the answer before it", async () => {
  await using worker = new SnapshotWorker({ script, silenceMaxMs: 1_000 });
  const first = worker.run("tail", "fine", log);
  const hanging = worker.run("tail", "hangs", log);
  const failed = vi.fn();
  hanging.catch(failed);
  vi.advanceTimersByTime(900);
  await first;

  vi.advanceTimersByTime(900);
  await Promise.resolve();
  const early = failed.mock.calls.length;
  vi.advanceTimersByTime(100);

  await expect(hanging).rejects.toThrow("no answer within 1000 ms");
  expect(early).toBe(0);
});

it("calls no board damaged when its thread died, and goes on with another", async () => {
  await using worker = new SnapshotWorker({ script });

  await expect(worker.run("tail", "grows", log)).rejects.toMatchObject({ code: "SNAPSHOT_THREAD" });
  const after = await worker.run("tail", "fine", log);

  expect(after).toEqual([]);
});

it("tells damage of the board from other failures", async () => {
  await using worker = new SnapshotWorker({ script });

  await expect(worker.run("tail", "damaged", log)).rejects.toMatchObject({ code: "LOG_DAMAGED" });
  await expect(worker.run("tail", "trouble", log)).rejects.toMatchObject({
    code: "SNAPSHOT_THREAD",
  });
});
