import { newId } from "@hefboom/board";
import { expect, it, vi } from "vitest";

import { Eraser } from "./eraser.ts";
import type { Erasure, ErasureState, ErasureStore } from "./erasure-store.ts";

interface World {
  known?: readonly Erasure[];
  roomError?: Error;
  refillError?: Error;
  /** When something was last done with cards. */
  changedAt?: number;
}

/** An eraser of boards that are there by name alone, and what it did to them. */
function openEraser({ known = [], roomError, refillError, changedAt = 0 }: World = {}) {
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
    dismiss: async () => {
      did.push("dismissed");
      return ["ann"];
    },
    dismissPerson: async (_boardId, personId) => void did.push(`token of ${personId}`),
    hasChangedSince: async (_boardId, at) => at < changedAt,
    emptyJournal: async () => true,
  };
  const room = {
    erase: async (what: { personId: string } | { cardId: string }) =>
      void did.push(`words of ${"personId" in what ? what.personId : what.cardId}`),
    clear: async () => void did.push("cleared"),
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
    refill: async () => {
      if (refillError !== undefined) throw refillError;
      did.push("refilled");
    },
    remember: () => undefined,
    report: (error) => {
      if (error !== refillError) throw error;
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

it("takes from a person what they come in with, and sends them away, before their words go, so that nothing of theirs comes after", async () => {
  const { eraser, did } = openEraser();

  await eraser.start({ boardId: "board", kind: "person", target: "ann" });
  await eraser[Symbol.asyncDispose]();

  expect(did).toEqual([
    "token of ann",
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
    const { eraser, did, stateOf } = openEraser({
      known: [{ ...ofCard("a"), job, at: 1, state }],
    });

    await eraser.resume();
    await eraser[Symbol.asyncDispose]();

    expect(did).toContain("words of a");
    expect(stateOf(job)).toBe("done");
  },
);

it("leaves to the next start what a stop came between", async () => {
  const { eraser, stateOf } = openEraser({
    roomError: new Error("the server is stopping"),
  });

  const asked = eraser.start(ofCard("a"));
  await eraser[Symbol.asyncDispose]();

  expect(stateOf(await asked)).toBe("running");
});

const rehearsal = { boardId: "board", kind: "rehearsal", target: "board" } as const;

it("lets nobody of a rehearsal do anything before the board is cleared, and fills it after all is gone", async () => {
  const { eraser, did, stateOf } = openEraser();

  const job = await eraser.start(rehearsal);
  await eraser[Symbol.asyncDispose]();

  expect(did).toEqual([
    "dismissed",
    "sent away",
    "cleared",
    "rows of board",
    "collected",
    "renewed",
    "refilled",
  ]);
  expect(stateOf(job)).toBe("done");
});

it("does not clear at a later start what failed: the workshop may have begun", async () => {
  const failing = openEraser({ refillError: new Error("no room") });
  const failed = await failing.eraser.start(rehearsal);
  await vi.waitFor(() => expect(failing.stateOf(failed)).toBe("failed"));
  const erasure = { ...rehearsal, job: failed, at: 1, state: "failed" } as const;

  const { eraser, did } = openEraser({ known: [erasure] });
  await eraser.resume();
  await eraser[Symbol.asyncDispose]();

  expect(did).toEqual([]);
});

it("goes on with a clearing that a stop came between", async () => {
  const erasure = { ...rehearsal, job: newId(), at: 1, state: "running" } as const;
  const { eraser, did } = openEraser({ known: [erasure] });

  await eraser.resume();
  await eraser[Symbol.asyncDispose]();

  expect(did).toContain("cleared");
});

it.each([
  { at: 100, changedAt: 99, again: 1 },
  { at: 100, changedAt: 101, again: 0 },
])(
  "clears again in a copy of before, and in none that went on after: $changedAt",
  async ({ at, changedAt, again }) => {
    const { eraser, did } = openEraser({ changedAt });
    const erasure = { ...rehearsal, job: newId(), at, state: "running" } as const;

    const count = await eraser.again([erasure]);
    await eraser[Symbol.asyncDispose]();

    expect(count).toBe(again);
    expect(did.includes("cleared")).toBe(again === 1);
  },
);

it("goes on after the next start with what failed while the server stopped", async () => {
  const { eraser, stateOf } = openEraser({ refillError: new Error("the hub is closed") });
  eraser.leaveTheRest();

  const job = await eraser.start(rehearsal);
  await eraser[Symbol.asyncDispose]();

  expect(stateOf(job)).toBe("running");
});
