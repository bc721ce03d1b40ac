import { expect, it } from "vitest";

import { binSuite } from "./log-suites/bin-suite.ts";
import { booksSuite } from "./log-suites/books-suite.ts";
import { doneSuite } from "./log-suites/done-suite.ts";
import { anEntry, type OpenLog } from "./log-suites/log-under-test.ts";
import { snapshotSuite } from "./log-suites/snapshot-suite.ts";
import { twoLogsSuite } from "./log-suites/two-logs-suite.ts";

/** What every implementation of BoardLog must do. */
export function boardLogSuite(name: string, open: OpenLog): void {
  entrySuite(name, open);
  snapshotSuite(name, open);
  binSuite(name, open);
  booksSuite(name, open);
  doneSuite(name, open);
  twoLogsSuite(name, open);
}

function entrySuite(name: string, open: OpenLog): void {
  it(`${name}: returns updates in the order they were appended`, async () => {
    await using test = await open();
    await test.log.append(test.boardId, 0, anEntry({ update: Uint8Array.of(1) }));
    await test.log.append(test.boardId, 1, anEntry({ update: Uint8Array.of(2) }));

    const { updates, head } = await test.log.load(test.boardId);

    expect(head).toBe(2);
    expect(updates.map(({ seq, update }) => [seq, [...update]])).toEqual([
      [1, [1]],
      [2, [2]],
    ]);
  });

  it(`${name}: counts an entry without an update but returns none for it`, async () => {
    await using test = await open();
    await test.log.append(test.boardId, 0, anEntry());
    const { update: _none, ...withoutUpdate } = anEntry();
    await test.log.append(test.boardId, 1, withoutUpdate);

    const { updates, head } = await test.log.load(test.boardId);

    expect(head).toBe(2);
    expect(updates).toHaveLength(1);
  });

  it(`${name}: refuses an entry after anything but the head, and stores nothing of it`, async () => {
    await using test = await open();
    await test.log.append(test.boardId, 0, anEntry());
    const doneCommands = [{ id: "c".repeat(20), personId: "p".repeat(20) }];

    const late = test.log.append(test.boardId, 0, anEntry({ doneCommands }));

    await expect(late).rejects.toMatchObject({ code: "LOG_MOVED" });
    expect((await test.log.load(test.boardId)).head).toBe(1);
    expect(await test.log.doneBy(test.boardId, ["c".repeat(20)])).toEqual(new Map());
  });

  it(`${name}: what is refused spoils nothing of what is appended at the same moment`, async () => {
    await using test = await open();
    const { log, boardId } = test;

    const [first, late, second] = await Promise.allSettled([
      log.append(boardId, 0, anEntry()),
      log.append(boardId, 0, anEntry()),
      log.append(boardId, 1, anEntry()),
    ]);

    expect([first, late, second].map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect((await log.load(boardId)).head).toBe(2);
  });

  it(`${name}: knows no board it was not given`, async () => {
    await using test = await open();

    await expect(test.log.load("x".repeat(20))).rejects.toMatchObject({ code: "LOG_MISSING" });
    await expect(test.log.append("x".repeat(20), 0, anEntry())).rejects.toMatchObject({
      code: "LOG_MISSING",
    });
  });

  it(`${name}: keeps owners, done commands and clients with the entry`, async () => {
    await using test = await open();
    const owner = {
      cardId: "a".repeat(20),
      personId: "p".repeat(20),
      consent: "named",
      speakerAgrees: true,
      isDeleted: false,
    } as const;
    const client = { clientId: 4_294_967_295, personId: "p".repeat(20) };
    const done = { id: "c".repeat(20), personId: "p".repeat(20) };
    const event = {
      at: 5,
      phase: "open",
      kind: "create",
      card: owner.cardId,
      lever: null,
    } as const;
    await test.log.append(
      test.boardId,
      0,
      anEntry({ owners: [owner], clients: [client], doneCommands: [done], events: [event] }),
    );
    await test.log.append(test.boardId, 1, anEntry({ owners: [{ ...owner, isDeleted: true }] }));

    const records = await test.log.records(test.boardId);

    expect(records).toMatchObject({ owners: [{ ...owner, isDeleted: true }], clients: [client] });
    expect(await test.log.doneBy(test.boardId, [done.id, "d".repeat(20)])).toEqual(
      new Map([[done.id, done.personId]]),
    );
  });
}
