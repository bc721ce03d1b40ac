import { cardsOf } from "@hefboom/board";
import { aCreate, anActor, TEST_NOW } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Batch } from "../batch/batch.ts";
import { LogError } from "../board-log.ts";
import { defaultRoomLimits } from "../limits/room-limits.ts";
import { openRoomState } from "../state/room-state.ts";
import { openTestRoom } from "../testing/index.ts";
import { Committer } from "./committer.ts";
import type { RoomTask } from "./room-task.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function openCommitter() {
  const { boardId, log } = await openTestRoom();
  const troubles: unknown[] = [];
  const shown = vi.fn();
  const state = await openRoomState(boardId, log, defaultRoomLimits);
  const committer = new Committer(boardId, state, {
    log,
    now: () => TEST_NOW,
    elapsed: () => 0,
    limits: defaultRoomLimits,
    restMs: () => 0,
    events: {
      kept: () => undefined,
      renewed: () => undefined,
      stored: shown,
      outrun: () => undefined,
      settled: () => undefined,
      trouble: (error) => troubles.push(error),
    },
  });
  const cards = () => committer.read(({ doc }) => cardsOf(doc).size);
  const doAll = async (tasks: readonly RoomTask[]) => {
    for (const task of tasks) committer.push(task);
    await vi.runAllTimersAsync();
  };
  return { log, boardId, committer, troubles, shown, cards, doAll };
}

/** Makes a card, and does something more each time it runs. */
function aTask(more: (batch: Batch) => void = () => undefined) {
  const create = aCreate();
  return {
    commands: [create],
    run: (batch: Batch) => {
      batch.command(anActor(), create);
      more(batch);
    },
    settle: vi.fn<RoomTask["settle"]>(),
    fail: vi.fn<RoomTask["fail"]>(),
  };
}

const BUG = new Error("a bug");
function throwBug(): never {
  throw BUG;
}
const throwAtTheEnd = ({ doc }: Batch) => {
  doc.on("afterTransaction", throwBug);
};

it("fails only the task after which Yjs throws at the end of a transaction", async () => {
  const { troubles, cards, doAll, shown, committer } = await openCommitter();
  const good = [aTask(), aTask(), aTask()];
  const bad = aTask(throwAtTheEnd);

  await doAll([...good.slice(0, 2), bad, ...good.slice(2)]);
  const later = aTask();
  await doAll([later]);

  expect([...good, later].map(({ settle }) => settle.mock.calls)).toEqual(
    Array.from({ length: 4 }, () => [["stored"]]),
  );
  expect(bad.fail.mock.calls).toEqual([[BUG]]);
  expect(bad.settle).not.toHaveBeenCalled();
  expect(troubles).toEqual([BUG, BUG]); // once together, once alone
  expect(await cards()).toBe(4);
  expect(shown).toHaveBeenCalledTimes(4);
  await committer.close();
});

it("gives up nobody else, however many throw", async () => {
  const { cards, doAll } = await openCommitter();
  const good = aTask();
  const bad = [
    ...Array.from({ length: 6 }, () => aTask(throwBug)),
    ...Array.from({ length: 6 }, () => aTask(throwAtTheEnd)),
  ];

  await doAll([...bad, good]);

  expect(bad.map(({ fail }) => fail.mock.calls)).toEqual(bad.map(() => [[BUG]]));
  expect(good.settle.mock.calls).toEqual([["stored"]]);
  expect(await cards()).toBe(1);
});

it("can be read after a throw, also by who asked meanwhile", async () => {
  const { committer, cards } = await openCommitter();
  let asked: Promise<number> | undefined;
  const bad = aTask(() => {
    asked = cards();
    throwBug();
  });

  committer.push(bad);
  await vi.runAllTimersAsync();

  expect(await asked).toBe(0);
});

it("settles a task once, also when it throws as it is told", async () => {
  const { troubles, cards, doAll } = await openCommitter();
  const [first, second] = [aTask(), aTask()];
  first.settle.mockImplementation(throwBug);

  await doAll([first, second]);

  expect([first, second].map(({ settle }) => settle.mock.calls)).toEqual([
    [["stored"]],
    [["stored"]],
  ]);
  expect(troubles).toEqual([BUG]);
  expect(await cards()).toBe(2);
});

it("tells tasks that they failed when another node is first again and again", async () => {
  const { log, doAll } = await openCommitter();
  const append = vi.spyOn(log, "append").mockRejectedValue(new LogError("LOG_MOVED", "moved"));
  const task = aTask();

  await doAll([task]);

  expect(task.settle.mock.calls).toEqual([["failed"]]);
  expect(append).toHaveBeenCalledTimes(8);
});

it("tells who reads why a board cannot be read: damage is not a full disk", async () => {
  const { log, committer, doAll, cards } = await openCommitter();
  vi.spyOn(log, "append").mockRejectedValue(new LogError("LOG_FULL", "disk full"));
  vi.spyOn(log, "load").mockRejectedValue(new LogError("LOG_DAMAGED", "a row does not check out"));
  await doAll([aTask()]);

  const reading = cards();
  const settled = expect(reading).rejects.toMatchObject({ code: "LOG_DAMAGED" });
  await vi.runAllTimersAsync();

  await settled;
  await committer.close();
});
