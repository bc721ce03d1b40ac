import { newId } from "@hefboom/board";
import { afterAll, beforeAll, expect, it } from "vitest";

import { join } from "../../support/api.ts";
import { Peer } from "../../support/people/peer.ts";
import { openWorkshop } from "../../support/people/workshop.ts";
import { TestServer } from "../../support/test-server.ts";
import { pause, until } from "../../support/until.ts";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

/** Els and Jan on one board, both present, and a wall that watches. */
async function elsAndJan() {
  const { board, lead } = await openWorkshop(server);
  const people = await Promise.all(
    ["Els", "Jan"].map((name) => join(server, board.code, { name, consent: "named" })),
  );
  const peers = people.map(({ token }) => new Peer(server, board.id, token));
  const watcher = new Peer(server, board.id, lead);
  await Promise.all([...peers, watcher].map((peer) => peer.synced()));
  const [els, jan] = peers;
  if (els === undefined || jan === undefined) throw new Error("two people were asked for");
  els.sendPresence([{ clientId: 11, clock: 1, state: {} }]);
  jan.sendPresence([{ clientId: 22, clock: 1, state: {} }]);
  await until(() => watcher.presence.has(11) && watcher.presence.has(22), "both present");
  return {
    els,
    jan,
    watcher,
    elsId: people[0]?.participantId,
    [Symbol.dispose]() {
      for (const peer of [...peers, watcher]) peer[Symbol.dispose]();
    },
  };
}

it("B10 the name, person and hue come from the server's list, whatever a client says of itself", async () => {
  using board = await elsAndJan();
  const card = newId();

  const forged = { name: "Jan", participantId: newId(), hue: 1, isAdmin: true, card };
  board.els.sendPresence([{ clientId: 11, clock: 2, state: forged }]);

  await until(() => board.watcher.presence.get(11)?.["card"] === card, "the card");
  expect(board.watcher.presence.get(11)).toEqual({
    participantId: board.elsId,
    name: "Els",
    hue: expect.any(Number),
    card,
  });
});

it("B10 entries of others are dropped without a word, and one's own beside them is heard", async () => {
  using board = await elsAndJan();
  const card = newId();

  board.els.sendPresence([
    { clientId: 22, clock: 99, state: null },
    { clientId: 11, clock: 2, state: { card } },
    { clientId: 33, clock: 1, state: { card } },
    { clientId: 22, clock: 100, state: { card } },
  ]);

  await until(() => board.watcher.presence.get(11)?.["card"] === card, "the card");
  expect(board.watcher.presence.get(22)).toMatchObject({ name: "Jan" });
  expect(board.watcher.presence.get(22)).not.toHaveProperty("card");
  expect(board.watcher.presence.has(33)).toBe(false);
  expect([board.els.closeCode, board.jan.closeCode]).toEqual([undefined, undefined]);
});

it("B10 more than 512 bytes, and fields or cards that are ill-formed, reach nobody", async () => {
  using board = await elsAndJan();
  const [card, last] = [newId(), newId()];

  board.els.sendPresence([{ clientId: 11, clock: 2, state: { card, note: "x".repeat(600) } }]);
  board.els.sendPresence([
    { clientId: 11, clock: 3, state: { card: "../x", cursor: { x: 1e9, y: Number.NaN } } },
  ]);
  await pause(200);
  const after = board.watcher.presence.get(11);
  board.els.sendPresence([{ clientId: 11, clock: 4, state: { card: last } }]);

  await until(() => board.watcher.presence.get(11)?.["card"] === last, "the last card");
  expect(after).not.toHaveProperty("card");
  expect(after).not.toHaveProperty("cursor");
  expect(board.els.closeCode).toBeUndefined();
});

it("B10 of 200 messages in a second at most 20 and a burst are shown, and the socket stays", async () => {
  using board = await elsAndJan();
  const shown = new Set<unknown>();
  const looking = setInterval(() => shown.add(board.watcher.presence.get(11)?.["cursor"]), 2);

  for (let step = 0; step < 200; step += 1) {
    board.els.sendPresence([
      { clientId: 11, clock: step + 2, state: { cursor: { x: step, y: 0 } } },
    ]);
    await pause(5);
  }
  await pause(150);
  clearInterval(looking);

  // One second allows 20, what had not been used before it 20 more; sending may take longer than a second.
  expect(shown.size).toBeLessThanOrEqual(60);
  expect(shown.size).toBeGreaterThan(1);
  expect(board.els.closeCode).toBeUndefined();
});
