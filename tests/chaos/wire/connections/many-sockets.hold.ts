import { encodeReached } from "@hefboom/contract/messages";
import { expect, it } from "vitest";

import { join } from "../../../support/api.ts";
import { record } from "../../../support/hold-record.ts";
import { openWorkshop, type Workshop } from "../../../support/people/workshop.ts";
import { inspectable } from "../../../support/process/inspected.ts";
import { binaryFrame } from "../../../support/raw/raw-frame.ts";
import { RawSocket } from "../../../support/raw/raw-socket.ts";
import { TestServer } from "../../../support/test-server.ts";
import { pause, until } from "../../../support/until.ts";
import { descriptors, residentMb, usedMb } from "../server-figures.ts";
import { inWords, Watch } from "../watch.ts";

const SOCKETS = 2_000;
const PEOPLE = 50;
const AT_ONCE = 50;
const STAY_MS = 10_000;

it("A08 2,000 sockets are held up for nobody and leave nothing behind", async () => {
  const limits = { LIMIT_CONNECTIONS_PER_ADDRESS: String(SOCKETS + 10) };
  await using server = await TestServer.start({ ...inspectable, ...limits });
  const workshop = await openWorkshop(server);
  const paths = await pathsOf(workshop);
  for (const socket of await openMany(server, paths, 200)) socket[Symbol.dispose](); // warms up
  await pause(2_000);
  await using watch = await Watch.start(server);
  const before = {
    descriptors: await descriptors(server),
    usedMb: await usedMb(server),
    residentMb: await residentMb(server),
  };

  const sockets = await openMany(server, paths, SOCKETS);
  await pause(STAY_MS);
  const isOpen = sockets.every(({ isGone }) => !isGone);
  const seen = await watch.stop();
  const usedKb = ((await usedMb(server)) - before.usedMb) * (1_024 / SOCKETS);
  const residentKb = ((await residentMb(server)) - before.residentMb) * (1_024 / SOCKETS);
  for (const socket of sockets) socket[Symbol.dispose]();
  const closedAt = performance.now();
  await until(
    async () => (await descriptors(server)) <= before.descriptors + 5,
    "descriptors",
    20_000,
  );
  const backMs = performance.now() - closedAt;

  record("A08", "longest wait of the canary beside 2,000 sockets", inWords(seen, 500));
  record("A08", "a socket, after a collection", `${usedKb.toFixed(1)} kB (< 50)`);
  record("A08", "a socket, of the process", `${residentKb.toFixed(1)} kB (< 50)`);
  record("A08", "descriptors back", `${(backMs / 1_000).toFixed(1)} s (< 5)`);
  expect(isOpen).toBe(true);
  expect(seen.faults).toBe(0);
  expect(seen.excessMs).toBeLessThan(500);
  expect(usedKb).toBeLessThan(50);
  expect(residentKb).toBeLessThan(50);
  expect(backMs).toBeLessThan(5_000);
});

async function pathsOf({ server, board }: Workshop): Promise<string[]> {
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => join(server, board.code)));
  return people.map(({ token }) => `/sync/${board.id}?v=1&token=${token}`);
}

async function openMany(
  server: TestServer,
  paths: readonly string[],
  count: number,
): Promise<RawSocket[]> {
  const sockets: RawSocket[] = [];
  while (sockets.length < count) {
    const opening = paths.slice(0, AT_ONCE).map(async (path) => {
      const socket = await RawSocket.upgrade(server, { path });
      socket.write(binaryFrame(encodeReached(0, 0)));
      return socket;
    });
    sockets.push(...(await Promise.all(opening)));
  }
  return sockets;
}
