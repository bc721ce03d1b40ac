import { expect, it } from "vitest";

import { Turns } from "./turns.ts";

/** Turns whose work waits for a word, and what was begun so far. */
function openTurns(restMs = 0) {
  const begun: { boardId: string; end: () => void; fail: (error: Error) => void }[] = [];
  const turns = new Turns({
    restMs,
    work: (boardId) =>
      new Promise((resolve, reject) => {
        begun.push({ boardId, end: resolve, fail: reject });
      }),
  });
  return { turns, begun };
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it("does it once more for all who ask while it is being done", async () => {
  const { turns, begun } = openTurns();
  const first = turns.take("a");
  await settled();

  const later = [turns.take("a"), turns.take("a"), turns.take("a")];
  begun[0]?.end();
  await first;
  while (begun.length < 2) await settled();
  begun[1]?.end();
  await Promise.all(later);

  expect(begun.map(({ boardId }) => boardId)).toEqual(["a", "a"]);
});

it("does not let one board wait for another", async () => {
  const { turns, begun } = openTurns();

  void turns.take("a");
  void turns.take("b");
  await settled();

  expect(begun.map(({ boardId }) => boardId)).toEqual(["a", "b"]);
});

it("tells a failure to who asked, and serves the next one", async () => {
  const { turns, begun } = openTurns();
  const first = turns.take("a");
  await settled();
  const second = turns.take("a");

  begun[0]?.fail(new Error("no room"));
  await expect(first).rejects.toThrow("no room");
  while (begun.length < 2) await settled();
  begun[1]?.end();

  await expect(second).resolves.toBeUndefined();
});

it("rests between two turns, and not when it has to stop", async () => {
  const { turns, begun } = openTurns(60_000);
  const first = turns.take("a");
  await settled();
  begun[0]?.end();
  await first;
  const second = turns.take("a");
  await settled();
  const whileResting = begun.length;

  const stopped = turns[Symbol.asyncDispose]();
  while (begun.length < 2) await settled();
  begun[1]?.end();
  await Promise.all([second, stopped]);

  expect([whileResting, begun.length]).toEqual([1, 2]);
});
