import type { HeldCard } from "@hefboom/board";
import { expect, it } from "vitest";

import type { Act } from "../../board-log.ts";
import { anEntry, type OpenLog } from "./log-under-test.ts";

const [A, B, P] = ["a".repeat(20), "b".repeat(20), "p".repeat(20)];
const NO_CHANGES = { held: [], released: [], votes: [], people: [] };

function aHeld(cardId: string, since: number, state: HeldCard["state"] = "draft"): HeldCard {
  return {
    cardId,
    state,
    since,
    facts: { kind: "note" },
    place: { lever: null, order: "a0" },
    text: "nog niet",
  };
}
const anAct = (id: string, at: number): Act => ({
  ...{ id, at, personId: P, role: "facilitator", op: "phase", about: "write" },
});

/** What every log must do with what lies beside the document: held cards, votes, people, and the readable log. */
export function booksSuite(name: string, open: OpenLog): void {
  it(`${name}: keeps held cards until they are released`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    const held = [aHeld(A, 5), aHeld(B, 6)];
    await log.append(boardId, 0, anEntry({ books: { ...NO_CHANGES, held } }));

    const books = { ...NO_CHANGES, held: [aHeld(B, 7, "hidden")], released: [A] };
    await log.append(boardId, 1, anEntry({ books }));

    expect((await log.records(boardId)).held).toEqual([aHeld(B, 7, "hidden")]);
  });

  it(`${name}: keeps of each vote what was given last`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    const vote = (target: string, dots: number) => ({ ballot: A, voter: P, target, dots });
    const append = (seq: number, votes: ReturnType<typeof vote>[]) =>
      log.append(boardId, seq, anEntry({ books: { ...NO_CHANGES, votes } }));
    await append(0, [vote("h01", 1), vote("h02", 2)]);

    await append(1, [vote("h01", 3), vote("h02", 1), vote("h02", 0)]);

    expect((await log.records(boardId)).votes).toEqual([vote("h01", 3)]);
  });

  it(`${name}: keeps what was decided about people`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    const person = { personId: P, stoppedAt: null, handAt: null };
    const append = (seq: number, people: (typeof person | { stoppedAt: number | null })[]) =>
      log.append(
        boardId,
        seq,
        anEntry({ books: { ...NO_CHANGES, people: people.map((one) => ({ ...person, ...one })) } }),
      );
    await append(0, [person]);

    await append(1, [{ stoppedAt: 9 }]);

    expect((await log.records(boardId)).people).toEqual([{ ...person, stoppedAt: 9 }]);
  });

  it(`${name}: tells who did what, the newest first, so many at a time`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    const acts = [anAct(A, 5), anAct(B, 6)];
    await log.append(boardId, 0, anEntry({ acts }));
    await log.append(boardId, 1, anEntry({ acts: [anAct(P, 7)] }));

    expect(await log.acts(boardId, { before: 7, count: 5 })).toEqual(acts.toReversed());
    expect(await log.acts(boardId, { before: 99, count: 2 })).toEqual([anAct(P, 7), anAct(B, 6)]);
  });

  it(`${name}: forgets old acts, and of many all but the newest of those who lead and of participants`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    const ofParticipant = (id: string, at: number) =>
      ({ ...anAct(id, at), role: "participant" }) as const;
    const [C, D] = ["c".repeat(20), "d".repeat(20)];
    await log.append(boardId, 0, anEntry({ acts: [anAct(P, 3), anAct(A, 5), anAct(B, 6)] }));
    const many = [A, B, C, D].map((id, n) => ofParticipant(id, 7 + n));
    await log.append(boardId, 1, anEntry({ acts: many }));

    await log.clearActs({ before: 5, count: 2 });

    const kept = [...many.slice(2).toReversed(), anAct(B, 6), anAct(A, 5)];
    expect(await log.acts(boardId, { before: 99, count: 9 })).toEqual(kept);
    await log.clearActs({ before: 6, count: 2 });
    expect(await log.acts(boardId, { before: 99, count: 9 })).toEqual(kept.slice(0, -1));
  });

  it(`${name}: what could not be appended left nothing beside the document`, async () => {
    await using test = await open();
    const { log, boardId } = test;
    const entry = anEntry({ acts: [anAct(A, 5)], books: { ...NO_CHANGES, held: [aHeld(A, 5)] } });

    await expect(log.append(boardId, 4, entry)).rejects.toMatchObject({ code: "LOG_MOVED" });

    expect((await log.records(boardId)).held).toEqual([]);
    expect(await log.acts(boardId, { before: 99, count: 5 })).toEqual([]);
  });
}
