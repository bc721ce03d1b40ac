import { afterAll, beforeAll, expect, it } from "vitest";

import { join } from "../../../support/api.ts";
import { Peer } from "../../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../../support/people/workshop.ts";
import { RawSocket } from "../../../support/raw/raw-socket.ts";
import { TestServer } from "../../../support/test-server.ts";
import { until } from "../../../support/until.ts";
import { descriptors } from "../server-figures.ts";
import { Watch } from "../watch.ts";
import { violations } from "./violations.ts";

const CLOSED_MAX_MS = 1_000;

let workshop: Workshop;
let path: string;

beforeAll(async () => {
  workshop = await openWorkshop(await TestServer.start());
  const { token } = await join(workshop.server, workshop.board.code);
  path = `/sync/${workshop.board.id}?token=${token}`;
});
afterAll(() => workshop.server[Symbol.asyncDispose]());

it.concurrent.each(violations)("A02 A03 $name closes that one socket", async ({ bytes, codes }) => {
  using socket = await RawSocket.upgrade(workshop.server, { path });

  const start = performance.now();
  socket.write(bytes);
  await until(() => socket.closeCode !== undefined || socket.isGone, "a close", CLOSED_MAX_MS);
  const goneMs = await socket.gone(CLOSED_MAX_MS, start);

  expect(codes).toContain(socket.closeCode);
  expect(goneMs).toBeLessThan(CLOSED_MAX_MS);
});

it("A02 A03 nobody else notices, and who answers no close holds no descriptor", async () => {
  const { server, board, lead } = workshop;
  using honest = new Peer(server, board.id, lead);
  await honest.synced();
  await using watch = await Watch.start(server);
  const before = await descriptors(server);

  const rude = await Promise.all(violations.map(() => RawSocket.upgrade(server, { path })));
  rude.forEach((socket, index) => {
    socket.write(violations[index]?.bytes ?? new Uint8Array());
  });
  await Promise.all(rude.map((socket) => socket.gone(CLOSED_MAX_MS)));

  // None of them has closed its own half.
  await until(async () => (await descriptors(server)) <= before + 2, "descriptors", 2_000);
  const { excessMs, faults } = await watch.stop();
  expect(faults).toBe(0);
  expect(excessMs).toBeLessThan(250);
  expect(honest.closeCode).toBeUndefined();
  for (const socket of rude) socket[Symbol.dispose]();
});
