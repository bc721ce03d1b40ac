import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { Eraser } from "./eraser.ts";
import type { Erasure, ErasureState, ErasureStore } from "./erasure-store.ts";

/** An eraser of boards that are there by name alone, and what it did to them. */
function openEraser(known: readonly Erasure[] = [], roomError?: Error) {
  const did: string[] = [];
  const jobs = new Map(known.map((erasure) => [erasure.job, erasure]));
  const store: ErasureStore = {
    add: async (erasure) => void jobs.set(erasure.job, erasure),
    setState: async (job, state) => {
      const erasure = jobs.get(job);
      if (erasure !== undefined) jobs.set(job, { ...erasure, state });
    },
    erasure: async (job) => jobs.get(job),
    erasures: async () => [...jobs.values()],
    eraseRows: async ({ target }) => void did.push(`rows of ${target}`),
    emptyJournal: async () => true,
  };
  const room = {
    erase: async (what: { personId: string } | { cardId: string }) =>
      void did.push(`words of ${"personId" in what ? what.personId : what.cardId}`),
  };
  const eraser = new Eraser({
    store,
    hub: {
      // Of a room an eraser asks nothing but this.
      room: async () => {
        if (roomError !== undefined) throw roomError;
        return room as never;
      },
      renew: async () => void did.push("renewed"),
      closeSockets: async () => void did.push("sent away"),
      drop: async () => undefined,
    },
    collect: async () => void did.push("collected"),
    remember: () => undefined,
    report: (error) => {
      throw error;
    },
    now: () => 1,
  });
  return { eraser, did, stateOf: (job: string) => jobs.get(job)?.state };
}

const ofCard = (target: string, boardId = "board") => ({ boardId, kind: "card", target }) as const;

it("erases all that is asked for while it is busy in one go: everybody is sent away once", async () => {
  const { eraser, did, stateOf } = openEraser();

  const jobs = await Promise.all(["a", "b", "c"].map((card) => eraser.start(ofCard(card))));
  await eraser[Symbol.asyncDispose]();

  expect(did.filter((one) => one === "collected").length).toBeLessThanOrEqual(2);
  expect(did.filter((one) => one.startsWith("words"))).toEqual([
    "words of a",
    "words of b",
    "words of c",
  ]);
  expect(jobs.map(stateOf)).toEqual(["done", "done", "done"]);
});

it("gives who asks twice the same job", async () => {
  const { eraser, did } = openEraser();

  const [first, again] = await Promise.all([eraser.start(ofCard("a")), eraser.start(ofCard("a"))]);
  await eraser[Symbol.asyncDispose]();

  expect(again).toBe(first);
  expect(did.filter((one) => one === "words of a")).toHaveLength(1);
});

it("sends a person away before their words go, so that nothing of theirs comes after", async () => {
  const { eraser, did } = openEraser();

  await eraser.start({ boardId: "board", kind: "person", target: "ann" });
  await eraser[Symbol.asyncDispose]();

  expect(did).toEqual([
    "sent away",
    "words of ann",
    "rows of ann",
    "sent away",
    "collected",
    "renewed",
  ]);
});

it.each<ErasureState>(["running", "failed"])(
  "goes on after a restart with what was %s",
  async (state) => {
    const job = newId();
    const { eraser, did, stateOf } = openEraser([{ ...ofCard("a"), job, at: 1, state }]);

    await eraser.resume();
    await eraser[Symbol.asyncDispose]();

    expect(did).toContain("words of a");
    expect(stateOf(job)).toBe("done");
  },
);

it("leaves to the next start what a stop came between", async () => {
  const { eraser, stateOf } = openEraser([], new Error("the server is stopping"));

  const asked = eraser.start(ofCard("a"));
  await eraser[Symbol.asyncDispose]();

  expect(stateOf(await asked)).toBe("running");
});
