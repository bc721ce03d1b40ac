import { aCreate } from "@hefboom/board/testing";
import { decodeMessage } from "@hefboom/contract/messages";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Outbox } from "../outbox.ts";
import { CommandSender } from "./command-sender.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const silent = { onCard() {}, onDrawer() {}, onSavedElsewhere() {}, onChange() {} };

/** A sender with what it sent, batch by batch, as ids. */
function aSender() {
  const outbox = new Outbox("page", silent);
  const batches: string[][] = [];
  const sizes: number[] = [];
  const send = (bytes: Uint8Array) => {
    const message = decodeMessage(bytes);
    if (message.type !== "commands") return false;
    // The sender's own commands, each with an id.
    batches.push((message.json as { id: string }[]).map(({ id }) => id));
    sizes.push(bytes.byteLength);
    return true;
  };
  const isHolder = () => true;
  const sender = new CommandSender(outbox, { send, isHolder, random: () => 0.5 });
  // Without storage all of it may leave at once.
  outbox.notWritten(0, { seen: undefined, isUnconfirmed: false, isGone: () => true });
  return { outbox, sender, batches, sizes };
}

it("sends everything in order, and a full outbox below 64 KB a second", async () => {
  const { outbox, sender, batches, sizes } = aSender();
  const creates = Array.from({ length: 600 }, () => aCreate({ text: "x".repeat(300) }));
  for (const create of creates) outbox.add(create);
  const startedAt = Date.now();
  sender.ready();

  for (let answered = 0; answered < batches.length; answered += 1) {
    for (const id of batches[answered] ?? []) {
      outbox.settle(id);
      sender.settled(id);
    }
    sender.pump();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  const seconds = (Date.now() - startedAt) / 1_000;

  expect(batches.flat()).toEqual(creates.map(({ id }) => id));
  expect(sizes.reduce((sum, size) => sum + size, 0) / seconds).toBeLessThan(64_000);
  expect(Math.max(...sizes)).toBeLessThan(40_000);
});

it("lets no command overtake an earlier one on the same card", () => {
  const { outbox, sender, batches } = aSender();
  const create = aCreate();
  outbox.add(create);
  sender.ready();

  outbox.add({ op: "place", id: "p".repeat(20), cardId: create.cardId, lever: "h02" });
  sender.pump();
  const before = batches.length;
  outbox.settle(create.id);
  sender.settled(create.id);
  sender.pump();

  expect(before).toBe(1);
  expect(batches).toEqual([[create.id], ["p".repeat(20)]]);
});

it("waits with all of it after a passing refusal", async () => {
  const { outbox, sender, batches } = aSender();
  const create = aCreate();
  outbox.add(create);
  sender.ready();

  sender.postponed(create.id);
  outbox.add(aCreate());
  sender.pump();
  const meanwhile = batches.length;
  await vi.advanceTimersByTimeAsync(2_000);

  expect(meanwhile).toBe(1);
  expect(batches[1]).toHaveLength(2);
});
