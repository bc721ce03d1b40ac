import { expect, it } from "vitest";

import { anEntry, appendMany, type OpenLog } from "./log-under-test.ts";

const PARTS = [Uint8Array.of(7, 7), Uint8Array.of(8), Uint8Array.of(9, 9, 9)];

/** What every log must do with snapshots and epochs. */
export function snapshotSuite(name: string, open: OpenLog): void {
  replacingSuite(name, open);
  busySuite(name, open);
}

function replacingSuite(name: string, open: OpenLog): void {
  it(`${name}: puts parts in the place of what was, and keeps what came after`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    await appendMany(test, 5);

    await log.rewrite(boardId, { upTo: 3, epoch: 1, parts: PARTS });
    await log.append(boardId, 5, anEntry({ update: Uint8Array.of(6) }));

    const { snapshot, updates, head } = await log.load(boardId);
    expect(head).toBe(6);
    expect(snapshot?.seq).toBe(3);
    expect(snapshot?.parts.map((part) => [...part])).toEqual([[7, 7], [8], [9, 9, 9]]);
    expect(updates.map(({ seq, update }) => [seq, ...update])).toEqual([
      [4, 4],
      [5, 5],
      [6, 6],
    ]);
  });

  it(`${name}: rewrites again and again, each time with the newest parts alone`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    await appendMany(test, 4);

    await log.rewrite(boardId, { upTo: 2, epoch: 1, parts: PARTS });
    await log.rewrite(boardId, { upTo: 4, epoch: 1, parts: [Uint8Array.of(1)] });
    await log.rewrite(boardId, { upTo: 4, epoch: 1, parts: [Uint8Array.of(2)] });

    const { snapshot, updates } = await log.load(boardId);
    expect(snapshot?.parts.map((part) => [...part])).toEqual([[2]]);
    expect(updates).toEqual([]);
  });

  it(`${name}: refuses to rewrite what is not there, or what was rewritten further`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    await appendMany(test, 3);
    await log.rewrite(boardId, { upTo: 2, epoch: 1, parts: PARTS });

    const tooFar = log.rewrite(boardId, { upTo: 4, epoch: 1, parts: PARTS });
    const tooLate = log.rewrite(boardId, { upTo: 1, epoch: 1, parts: PARTS });
    const nowhere = log.rewrite("x".repeat(20), { upTo: 0, epoch: 1, parts: [] });

    await expect(tooFar).rejects.toMatchObject({ code: "LOG_MOVED" });
    await expect(tooLate).rejects.toMatchObject({ code: "LOG_MOVED" });
    await expect(nowhere).rejects.toMatchObject({ code: "LOG_MISSING" });
    expect((await log.load(boardId)).snapshot?.seq).toBe(2);
  });
}

function busySuite(name: string, open: OpenLog): void {
  it(`${name}: takes entries while it is being rewritten`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    await appendMany(test, 3);
    const parts = Array.from({ length: 40 }, (_, n) => new Uint8Array(1_000).fill(n));

    const rewriting = log.rewrite(boardId, { upTo: 3, epoch: 1, parts });
    await appendMany(test, 20, 3);
    await rewriting;

    const { snapshot, updates, head } = await log.load(boardId);
    expect(snapshot?.parts).toHaveLength(40);
    expect(updates).toHaveLength(20);
    expect(head).toBe(23);
  });

  it(`${name}: keeps a board that was collected to nothing`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    await appendMany(test, 2);

    await log.rewrite(boardId, { upTo: 2, epoch: 1, parts: [] });

    expect(await log.load(boardId)).toMatchObject({ snapshot: { seq: 2, parts: [] }, head: 2 });
  });

  it(`${name}: begins an epoch with a rewriting, and never goes back`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    const first = (await log.load(boardId)).epoch;
    await appendMany(test, 1);
    const second = (await log.load(boardId)).epoch;

    await log.rewrite(boardId, { upTo: 1, epoch: 3, parts: PARTS });
    await log.rewrite(boardId, { upTo: 1, epoch: 1, parts: PARTS });

    expect([first, second, (await log.load(boardId)).epoch]).toEqual([1, 1, 3]);
  });
}
