import type { BinnedCard } from "@hefboom/board";
import { expect, it } from "vitest";

import { anEntry, type OpenLog } from "./log-under-test.ts";

const [A, B] = ["a".repeat(20), "b".repeat(20)];

function aBinned(cardId: string, binnedAt: number): BinnedCard {
  return {
    cardId,
    binnedAt,
    binnedBy: "p".repeat(20),
    facts: { kind: "note" },
    place: { lever: null, order: "a0" },
    text: "weg",
  };
}

/** What every log must do with the bin and with what takes commands back. */
export function binSuite(name: string, open: OpenLog): void {
  it(`${name}: keeps cards in the bin until they leave it`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    await log.append(boardId, 0, anEntry({ binned: [aBinned(A, 5), aBinned(B, 6)] }));
    const before = await log.bin(boardId);

    await log.append(boardId, 1, anEntry({ restored: [A] }));

    expect(before).toEqual([aBinned(B, 6), aBinned(A, 5)]);
    expect(await log.bin(boardId)).toEqual([aBinned(B, 6)]);
    expect(await log.binned(boardId, [A, B])).toEqual(new Map([[B, aBinned(B, 6)]]));
  });

  it(`${name}: a card that left the bin and came back in one batch lies in it`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    await log.append(boardId, 0, anEntry({ binned: [aBinned(A, 5)] }));

    await log.append(boardId, 1, anEntry({ restored: [A], binned: [aBinned(A, 9)] }));

    expect(await log.bin(boardId)).toEqual([aBinned(A, 9)]);
  });

  it(`${name}: clears the bin of what was binned before a moment`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    await log.append(boardId, 0, anEntry({ binned: [aBinned(A, 5), aBinned(B, 6)] }));

    await log.clearBin(6);

    expect(await log.bin(boardId)).toEqual([aBinned(B, 6)]);
  });

  it(`${name}: knows how a done command is taken back, where it can be`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    const personId = "p".repeat(20);
    const inverse = JSON.stringify({ op: "delete", cardId: A });
    const doneCommands = [
      { id: A, personId, inverse },
      { id: B, personId },
    ];
    await log.append(boardId, 0, anEntry({ doneCommands }));

    const inverses = await log.inversesOf(boardId, [A, B, "c".repeat(20)]);

    expect(inverses).toEqual(new Map([[A, { personId, inverse }]]));
    expect(await log.inversesBy(boardId, personId)).toEqual([inverse]);
    expect(await log.inversesBy(boardId, "q".repeat(20))).toEqual([]);
    expect(await log.doneBy(boardId, [A, B])).toEqual(
      new Map([
        [A, personId],
        [B, personId],
      ]),
    );
  });

  it(`${name}: answers a probe while it can store`, async () => {
    await using test = await open();

    await expect(test.log.probe()).resolves.toBeUndefined();
  });
}
