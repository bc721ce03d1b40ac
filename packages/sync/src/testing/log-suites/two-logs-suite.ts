import { expect, it } from "vitest";

import { anEntry, appendMany, type OpenLog } from "./log-under-test.ts";

/** What must hold for two logs on one store: one row of entries, whoever appends. */
export function twoLogsSuite(name: string, open: OpenLog): void {
  it(`${name}: E05 each of two logs is told when the other was first`, async () => {
    await using test = await open();
    const { log, other, boardId } = test;
    await log.append(boardId, 0, anEntry({ update: Uint8Array.of(1) }));

    const lateThere = other.append(boardId, 0, anEntry());
    await expect(lateThere).rejects.toMatchObject({ code: "LOG_MOVED" });
    await other.append(boardId, 1, anEntry({ update: Uint8Array.of(2) }));
    const lateHere = log.append(boardId, 1, anEntry());
    await expect(lateHere).rejects.toMatchObject({ code: "LOG_MOVED" });

    expect((await log.load(boardId)).updates.map(({ update }) => [...update])).toEqual([[1], [2]]);
    expect(await other.load(boardId)).toEqual(await log.load(boardId));
  });

  it(`${name}: E05 of appends at the same moment exactly one is stored`, async () => {
    await using test = await open();
    const { log, other, boardId } = test;

    const outcomes = await Promise.allSettled(
      [log, other, log, other].map((one) => one.append(boardId, 0, anEntry())),
    );

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await log.load(boardId)).head).toBe(1);
  });

  it(`${name}: E05 a log goes on after the other rewrote the board`, async () => {
    await using test = await open();
    const { log, other, boardId } = test;
    await appendMany(test, 3);

    await other.rewrite(boardId, { upTo: 2, epoch: 2, parts: [Uint8Array.of(9)] });
    await log.append(boardId, 3, anEntry());

    expect(await log.load(boardId)).toEqual(await other.load(boardId));
    expect(await log.load(boardId)).toMatchObject({ epoch: 2, head: 4, snapshot: { seq: 2 } });
  });
}
