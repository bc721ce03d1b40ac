import { MemoryBoardLog } from "@hefboom/sync/testing";
import { expect, it } from "vitest";

import { type PassingStore, WarmUp } from "./warm-up.ts";

/** A store that counts what is written to it, and tells when it is gone. */
class CountingStore implements PassingStore {
  readonly log = new MemoryBoardLog();
  readonly access = {
    addBoard: async ({ id }: { id: string }) => this.log.addBoard(id),
  };
  entries = 0;
  isGone = false;
  onEntry: () => void = () => undefined;

  constructor() {
    const append = this.log.append.bind(this.log);
    this.log.append = (...entry) => {
      this.entries += 1;
      this.onEntry();
      return append(...entry);
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isGone = true;
  }
}

function warmUpOn(store: CountingStore | Error) {
  const troubles: unknown[] = [];
  const openStore = async () => {
    if (store instanceof Error) throw store;
    return store;
  };
  const report = (error: unknown) => troubles.push(error);
  const warmUp = new WarmUp({ openStore, now: () => 1_750_000_000_000, report });
  return { warmUp, troubles };
}

it("plays its session once, one commit after the other, and leaves nothing", async () => {
  const store = new CountingStore();
  const { warmUp, troubles } = warmUpOn(store);

  warmUp.start();
  warmUp.start();
  await warmUp.done();

  expect(troubles).toEqual([]);
  expect(store.entries).toBeGreaterThan(600); // as many commands, one by one
  expect(store.entries).toBeLessThanOrEqual(1 + 10 + 600); // the board, and ten people's cards, before them
  expect(store.isGone).toBe(true);
});

it("stops with the server, in the middle of it", async () => {
  const store = new CountingStore();
  const { warmUp, troubles } = warmUpOn(store);
  const begun = new Promise<void>((resolve) => {
    store.onEntry = () => store.entries === 50 && resolve();
  });

  warmUp.start();
  await begun;
  await warmUp[Symbol.asyncDispose]();

  expect(troubles).toEqual([]);
  expect(store.entries).toBeLessThan(60);
  expect(store.isGone).toBe(true);
});

it("reports what goes wrong, and hurts nobody", async () => {
  const failure = new Error("no memory");
  const { warmUp, troubles } = warmUpOn(failure);

  warmUp.start();
  await warmUp.done();
  await warmUp[Symbol.asyncDispose]();

  expect(troubles).toEqual([failure]);
});
