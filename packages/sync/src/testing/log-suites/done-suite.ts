import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { anEntry, type LogUnderTest, type OpenLog } from "./log-under-test.ts";

/** More than any log keeps whole. */
const MANY = 6_000;
const aCommand = () => ({ id: newId(), personId: newId() });

/** Does a command, many after it, and collects the log. @returns its id */
async function doneLongAgo({ log, boardId }: LogUnderTest, head: number): Promise<string> {
  const early = aCommand();
  const doneCommands = Array.from({ length: MANY }, aCommand);
  await log.append(boardId, head, anEntry({ doneCommands: [early] }));
  await log.append(boardId, head + 1, anEntry({ doneCommands }));
  await log.rewrite(boardId, { upTo: head + 2, epoch: 1, parts: [] });
  return early.id;
}

/** A command is done once, however late it is sent again. */
export function doneSuite(name: string, open: OpenLog): void {
  it(`${name}: knows for ever that a command was done, and of a new one by whom`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    const first = await doneLongAgo(test, 0);
    const known = await log.doneBy(boardId, [first, newId()]);

    const second = await doneLongAgo(test, 2);
    const last = aCommand();
    await log.append(boardId, 4, anEntry({ doneCommands: [last] }));

    expect(known).toEqual(new Map([[first, null]]));
    expect(await log.doneBy(boardId, [first, second, last.id, newId()])).toEqual(
      new Map([
        [first, null],
        [second, null],
        [last.id, last.personId],
      ]),
    );
    expect(await log.inversesOf(boardId, [first])).toEqual(new Map());
  });

  it(`${name}: E05 knows what another log forgot before and after it was asked`, async () => {
    await using test = await open();
    const { other, boardId } = test;
    const first = await doneLongAgo(test, 0);
    const known = await other.doneBy(boardId, [first]);

    const second = await doneLongAgo(test, 2);

    expect(known).toEqual(new Map([[first, null]]));
    expect(await other.doneBy(boardId, [first, second])).toEqual(
      new Map([
        [first, null],
        [second, null],
      ]),
    );
  });
}
